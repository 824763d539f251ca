using CasualtyApi.Store.Wording;

namespace CasualtyApi.Queries.Marking;

/// <summary>Words of a text that somebody says (a statement) or that count somebody (a claim).</summary>
/// <param name="Start">In Unicode code points.</param>
/// <param name="End">Exclusive.</param>
/// <param name="IsClaim">Else a statement.</param>
/// <param name="Kind">The statement's kind, or the claim's category.</param>
/// <param name="IsDropped">Whether it is a claim that is in force no more.</param>
internal sealed record Mark(long Id, int Start, int End, bool IsClaim, string Kind, bool IsDropped = false);

/// <summary>A stretch of text between two ends of marks: all of it bears the same marks.</summary>
/// <param name="Marks">Those it lies in, the outermost first.</param>
/// <param name="Beginning">Those of them that begin with it.</param>
internal sealed record Segment(string Text, int Start, int End, IReadOnlyList<Mark> Marks, IReadOnlyList<Mark> Beginning);

/// <summary>Cuts a text where marks begin and end, so that marks which overlap can be shown one beside the other.</summary>
internal static class MarkedText
{
    /// <returns>Segments that put together are the text, character for character.</returns>
    public static IReadOnlyList<Segment> Cut(string text, IEnumerable<Mark> marks)
    {
        var words = new CodePointText(text);
        var ordered = marks.Where(mark => mark.Start < mark.End && mark.End <= words.Length)
            .OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End).ThenBy(mark => mark.IsClaim).ThenBy(mark => mark.Id).ToList();
        var ends = ordered.SelectMany(mark => new[] { mark.Start, mark.End }).Append(0).Append(words.Length).Distinct().Order().ToList();
        var (segments, open, next) = (new List<Segment>(ends.Count), new List<Mark>(), 0);
        for (var index = 0; index + 1 < ends.Count; index++)
        {
            var (start, end) = (ends[index], ends[index + 1]);
            open.RemoveAll(mark => mark.End <= start);
            var beginning = new List<Mark>();
            for (; next < ordered.Count && ordered[next].Start == start; next++) beginning.Add(ordered[next]);
            open.AddRange(beginning);
            segments.Add(new(words.At(start, end)!, start, end, [.. open], beginning));
        }

        return segments;
    }

    /// <summary>What may be shown of a text of which only the marked words may.</summary>
    public static IReadOnlyList<Segment> WithoutTheRest(IEnumerable<Segment> segments) =>
        [.. segments.Select(segment => segment.Marks.Count > 0 ? segment : segment with { Text = " […] " })];
}
