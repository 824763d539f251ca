namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>Enum values as the files spell them: "aid-workers".</summary>
internal static class KebabCase
{
    public static T Parse<T>(string text)
        where T : struct, Enum =>
        Enum.Parse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
