using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Measures reported statements: the sentence, or where it holds several attributions or a quotation, the clause with its own
/// cue. What is reported inside a report lies inside it; what is joined to it begins a clause of its own.
/// </summary>
internal static class ExtentReader
{
    /// <returns>The span of each attribution's reported words, null for one that only quotes.</returns>
    public static Span?[] Measure(Passage passage, List<FoundAttribution> found)
    {
        var spans = new Span?[found.Count];
        if (found is [{ Reported: not null, IsThing: false } only] && !HasQuotation(passage) && !Subordination.IsSubordinate(passage, only) && EndOfDenial(passage, only, passage.Count) == passage.Count)
        {
            spans[0] = passage.Article.SpanOf(passage.First, passage.End);
            return spans;
        }

        var stops = Stops(passage);
        var joined = NextJoined(passage, found);
        var free = 0;
        for (var index = 0; index < found.Count; index++)
        {
            if (found[index].Reported is { } reported)
            {
                var nested = index + 1 < found.Count && Start(found[index + 1]) <= reported.End && !found[index].ContentBefore;
                var next = joined[nested ? index + 2 : index + 1];
                var end = next < found.Count ? Math.Min(stops[reported.End - 1], Boundary(passage, Start(found[next]))) : stops[reported.End - 1];
                var subordinate = Subordination.IsSubordinate(passage, found[index]);
                end = Math.Max(subordinate ? Subordination.EndOf(passage, reported.First, reported.End, end) : end, reported.End);
                end = index + 1 < found.Count && found[index + 1].Reported is { } same && same.First == reported.First ? Math.Min(end, Math.Max(found[index + 1].CueUnit, reported.End)) : end;
                end = index + 1 < found.Count && found[index + 1].DeniesBefore ? Math.Min(end, Math.Max(Boundary(passage, Start(found[index + 1])), reported.End)) : end;
                end = EndOfDenial(passage, found[index], end);
                end = found[index].IsThing ? OwnClauses.EndOf(passage, reported.End, end) : end;
                var first = found[index].ContentBefore || (index == 0 && !subordinate && !HasQuotationBefore(passage, reported.First)) ? Math.Min(free, reported.First) : reported.First;
                first = found[index].ContentBefore ? first : OwnClauses.FirstOf(passage, first, reported.First);
                first = found[index].DeniesBefore ? 0 : first;
                spans[index] = first == 0 && end >= passage.Count - 1 && found.Count == 1 ? passage.Article.SpanOf(passage.First, passage.End) : Trimmed(passage, first, end);
                free = next < found.Count ? end : free;
            }
            else
            {
                free = Math.Max(free, found[index].CueUnit + 1);
            }
        }

        return spans;
    }

    /// <summary>
    /// "M23 denied killing civilians[, where the UN counted 319]": what a clause behind a comma says of the place or the attack is not denied with it;
    /// of a claim it says more of what is ("denied reports from Kano, where").
    /// </summary>
    private static int EndOfDenial(Passage passage, FoundAttribution attribution, int end)
    {
        if (!attribution.IsDenial || attribution.DeniesBefore || attribution.ContentBefore || (passage.Noun(attribution.CueUnit + 1) is { } denied && passage.Article.Tokens[denied.Head].Is(Text.WordClass.ReportingNoun)))
        {
            return end;
        }

        for (var unit = attribution.CueUnit + 2; unit + 1 < end; unit++)
        {
            if (passage.Is(unit, ChunkKind.Comma) && (passage.Word(unit + 1) is "where" or "which" || (passage.Is(unit + 1, ChunkKind.Preposition) && passage.Word(unit + 2) == "which")))
            {
                return unit;
            }
        }

        return end;
    }

    /// <summary>The first unit that belongs to an attribution.</summary>
    private static int Start(FoundAttribution attribution)
    {
        var start = attribution.Reported?.First ?? attribution.CueUnit;
        foreach (var quotation in attribution.Quotations)
        {
            start = Math.Min(start, quotation);
        }

        return start;
    }

    private static bool HasQuotation(Passage passage) => HasQuotationBefore(passage, passage.Count);

    private static bool HasQuotationBefore(Passage passage, int unit)
    {
        for (var at = 0; at < unit; at++)
        {
            if (passage.IsQuotation(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>For each unit the next one at which a clause must end: a quotation, a full stop or a semicolon.</summary>
    private static int[] Stops(Passage passage)
    {
        var stops = new int[passage.Count + 1];
        stops[passage.Count] = passage.Count;
        for (var unit = passage.Count - 1; unit >= 0; unit--)
        {
            stops[unit] = passage.IsQuotation(unit) || passage.IsStop(unit) ? unit : stops[unit + 1];
        }

        return stops;
    }

    /// <summary>For each attribution, and one past the last, the first from there on that is joined and not nested.</summary>
    private static int[] NextJoined(Passage passage, List<FoundAttribution> found)
    {
        var next = new int[found.Count + 2];
        next[found.Count] = next[found.Count + 1] = found.Count;
        for (var index = found.Count - 1; index >= 0; index--)
        {
            next[index] = IsJoined(passage, found[index]) ? index : next[index + 1];
        }

        return next;
    }

    /// <summary>", adding that", "but the rebels said", "; officials said": the clause does not hang on the words before it.</summary>
    private static bool IsJoined(Passage passage, FoundAttribution attribution)
    {
        if (attribution.ContentBefore)
        {
            return false;
        }

        var before = Boundary(passage, Start(attribution));
        return before < Start(attribution);
    }

    /// <summary>The unit before which the clause before ends: over adverbs, subordinators, coordinators and marks.</summary>
    private static int Boundary(Passage passage, int start)
    {
        var at = SubjectFinder.OverAdverbs(passage, start - 1);
        var end = start;
        while (passage.Is(at, ChunkKind.Comma) || passage.Is(at, ChunkKind.Coordinator) || passage.Is(at, ChunkKind.Dash) || passage.IsStop(at)
            || (passage.Is(at, ChunkKind.Subordinator) && passage.Word(at) is "while" or "although" or "though" or "whereas"))
        {
            end = at--;
        }

        return end;
    }

    private static Span Trimmed(Passage passage, int first, int end)
    {
        while (first < end - 1 && IsEdge(passage, first))
        {
            first++;
        }

        while (end - 1 > first && IsEdge(passage, end - 1))
        {
            end--;
        }

        return passage.Article.SpanOf(passage[first].First, BehindMark(passage.Article, passage[first].First, passage[end - 1].End));
    }

    /// <summary>"who called it “a disaster,” left": a mark that opened in the span and closes right behind it, over a comma, belongs to it.</summary>
    private static int BehindMark(Article article, int first, int end)
    {
        var close = end < article.Tokens.Length && article.IsMark(end, ',') ? end + 1 : end;
        if (close >= article.Tokens.Length || article.Tokens[close].Kind != TokenKind.Quote || article.Tokens[close].Has(TokenFlags.SpaceBefore))
        {
            return end;
        }

        var marks = 0;
        for (var token = first; token < end; token++)
        {
            marks += article.Tokens[token].Kind == TokenKind.Quote ? 1 : 0;
        }

        return marks % 2 == 1 ? close + 1 : end;
    }

    private static bool IsEdge(Passage passage, int unit) =>
        passage[unit].Kind is ChunkKind.Quotation or ChunkKind.Comma or ChunkKind.Coordinator or ChunkKind.Stop or ChunkKind.Colon or ChunkKind.Dash;
}
