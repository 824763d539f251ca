using System.Net;
using System.Text;
using CasualtyApi.Store.Search;

namespace CasualtyApi.Queries;

/// <summary>A stretch of words in which something was found.</summary>
/// <param name="Of">What they are of: `statement` or `claimant`.</param>
/// <param name="Text">The words as they stand; `…` where they go on.</param>
/// <param name="Marks">What was found: pairs of Unicode code points of `text`, from and to, the end exclusive.</param>
/// <param name="Html">The same for a page: every character that HTML reads is escaped, and the only element is `mark`.</param>
internal sealed record Highlight(string Of, string Text, IReadOnlyList<int[]> Marks, string Html)
{
    private const string Ellipsis = "…";

    /// <summary>How many UTF-16 units a stretch shows, and how many of them before the first word found.</summary>
    private const int Length = 240, Before = 60;

    /// <summary>Where the terms stand in a text; null where none does.</summary>
    /// <param name="of">What the text is of.</param>
    /// <param name="text">The text.</param>
    /// <param name="terms">What was looked for.</param>
    /// <param name="near">Where the stretch begins, at the latest, if something was found from there on.</param>
    public static Highlight? In(string of, string text, SearchTerms terms, int near = 0)
    {
        var found = Apart(terms.In(text)).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var first = found.Find(word => word.Start >= near) is { End: > 0 } later ? later : found[0];
        var start = first.Start <= Before || text.Length <= Length ? 0 : WordStart(text, first.Start - Before);
        var end = text.Length - start <= Length ? text.Length : Math.Max(WordEnd(text, start + Length), first.End);
        return Shown(of, text, start, end, found.FindAll(word => word.Start >= start && word.End <= end));
    }

    private static Highlight Shown(string of, string text, int start, int end, List<(int Start, int End)> found)
    {
        var (words, html, marks, at) = (new StringBuilder(), new StringBuilder(), new List<int[]>(), start);
        var points = 0;
        Append(start > 0 ? Ellipsis : "");
        foreach (var (from, to) in found)
        {
            Append(text[at..from]);
            html.Append("<mark>");
            var mark = points;
            Append(text[from..to]);
            marks.Add([mark, points]);
            html.Append("</mark>");
            at = to;
        }

        Append(text[at..end]);
        Append(end < text.Length ? Ellipsis : "");
        return new(of, words.ToString(), marks, html.ToString());

        void Append(string some)
        {
            words.Append(some);
            html.Append(WebUtility.HtmlEncode(some));
            points += some.EnumerateRunes().Count();
        }
    }

    /// <summary>Terms that overlap are one mark.</summary>
    private static IEnumerable<(int Start, int End)> Apart(IEnumerable<(int Term, SearchWord First, SearchWord Last)> found)
    {
        (int Start, int End)? open = null;
        foreach (var (_, first, last) in found)
        {
            if (open is { } before && first.Start < before.End)
            {
                open = (before.Start, Math.Max(before.End, last.End));
                continue;
            }

            if (open is { } done) yield return done;
            open = (first.Start, last.End);
        }

        if (open is { } left) yield return left;
    }

    private static int WordStart(string text, int at) => text.IndexOf(' ', at) is >= 0 and var space && space < at + Before ? space + 1 : Whole(text, at);

    private static int WordEnd(string text, int at) => text.LastIndexOf(' ', at) is var space && space > at - Before ? space : Whole(text, at);

    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
