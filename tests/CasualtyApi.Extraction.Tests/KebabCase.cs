namespace CasualtyApi.Extraction.Tests;

/// <summary>Enum values as the API and the specifications spell them.</summary>
internal static class KebabCase
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) =>
            char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
