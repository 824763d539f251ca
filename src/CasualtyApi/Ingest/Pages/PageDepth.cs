namespace CasualtyApi.Ingest.Pages;

/// <summary>
/// How deep the elements of a page lie in one another, at most. Looked at before a page is parsed: parsers take the more time for
/// every element the deeper it lies, and go down into them by recursion.
/// </summary>
internal static class PageDepth
{
    private static readonly HashSet<string> Unnested = new(StringComparer.OrdinalIgnoreCase)
    {
        // They have no content, or end by themselves where the next of them begins.
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head", "body",
    };

    public static int Of(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = Next(html, at))
        {
            var isEnd = html[at + 1] == '/';
            var name = Name(html, at + (isEnd ? 2 : 1));
            if (name.IsEmpty || Unnested.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) continue;
            if (Verbatim(name) is { } end)
            {
                var closed = isEnd ? at : html.IndexOf(end, at, StringComparison.OrdinalIgnoreCase);
                if (closed < 0) break;
                at = closed;
                continue;
            }

            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static int Next(string html, int at) => html.IndexOf('<', at + 1);

    private static ReadOnlySpan<char> Name(string html, int start)
    {
        var end = start;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-')) end++;
        return html.AsSpan(start, end - start);
    }

    // Inside of these, "<" is no tag.
    private static string? Verbatim(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) ? "</script"
        : name.Equals("style", StringComparison.OrdinalIgnoreCase) ? "</style"
        : name.Equals("textarea", StringComparison.OrdinalIgnoreCase) ? "</textarea"
        : null;
}
