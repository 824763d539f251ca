using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>Words as a name or a role keeps them: as they stand, but on one line and with single spaces.</summary>
internal static class Wording
{
    public static string Of(Article article, int first, int end)
    {
        var words = article.Words(first, end);
        return words.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 && !words.Contains("  ", StringComparison.Ordinal)
            ? words
            : string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
