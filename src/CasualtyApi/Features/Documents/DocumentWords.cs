using System.Text.RegularExpressions;

namespace CasualtyApi.Features.Documents;

/// <summary>What may be said of a document; unknown is null, never empty.</summary>
internal static partial class DocumentWords
{
    public const string NoName = "is blank, or longer than 1,000 characters; what is not known is left out.";
    public const string NoAddress = "is no address of the web (http or https), or longer than 2,000 characters.";
    public const string NoLanguage = "is no language tag; they are written 'en' or 'pt-BR'.";

    private const int LongestName = 1_000;
    private const int LongestAddress = 2_000;

    public static bool IsName(string? words) => words is null || (words.Length <= LongestName && !string.IsNullOrWhiteSpace(words));

    public static bool IsAddress(string? words) => words is null
        || (words.Length <= LongestAddress && Uri.TryCreate(words, UriKind.Absolute, out var url) && url.Scheme is "http" or "https");

    public static bool IsLanguage(string? words) => words is null || Tag().IsMatch(words);

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
