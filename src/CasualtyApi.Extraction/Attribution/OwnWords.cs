using CasualtyApi.Extraction.Attribution.Sources;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>"The mayor said she believed the road was safe": the same voice inside its own words is not another statement.</summary>
internal static class OwnWords
{
    private const int DeepestNesting = 8;

    /// <summary>Takes out what a speaker reports of itself inside its own report; a denial stays.</summary>
    /// <returns>Whether anything was taken out.</returns>
    public static bool Drop(List<FoundAttribution> found, List<List<Source>> speakers, Span?[] spans)
    {
        if (found.Count < 2)
        {
            return false;
        }

        var told = new List<(Span Span, Source Speaker)>();
        var dropped = new bool[found.Count];
        for (var index = 0; index < found.Count; index++)
        {
            if (spans[index] is not { } span)
            {
                continue;
            }

            dropped[index] = !found[index].IsDenial && found[index].Quotations.Count == 0 && IsTold(told, span, found[index], speakers[index]);
            if (!dropped[index] && speakers[index] is [var speaker, ..])
            {
                told.Add((span, speaker));
            }
        }

        for (var index = found.Count - 1; index >= 0; index--)
        {
            if (dropped[index])
            {
                found.RemoveAt(index);
                speakers.RemoveAt(index);
            }
        }

        return dropped.Contains(true);
    }

    private static bool IsTold(List<(Span Span, Source Speaker)> told, Span span, FoundAttribution attribution, List<Source> speakers)
    {
        // Those around a span were found last: no more are asked than can be nested.
        for (var at = told.Count - 1; at >= Math.Max(0, told.Count - DeepestNesting); at--)
        {
            if (told[at].Span.Contains(span) && told[at].Span != span && IsSame(told[at].Speaker, attribution, speakers))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(Source outer, FoundAttribution attribution, List<Source> speakers) =>
        speakers.Count > 0 ? outer == speakers[0] : outer.IsSomebody && attribution.Speaker is { Main.Noun.IsPronoun: true };
}
