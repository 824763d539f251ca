using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Whether an attribution governs its sentence or only a clause of it: in "Smith, who said he was ill, left at noon" and
/// "the army left, saying twelve had died" nobody says that somebody left.
/// </summary>
internal static class Subordination
{
    public static bool IsSubordinate(Passage passage, FoundAttribution attribution)
    {
        if (attribution.ContentBefore || attribution.Reported is not { } reported)
        {
            return false;
        }

        if (passage.Verb(attribution.CueUnit) is { Voice: Voice.Ing } && reported.First == attribution.CueUnit)
        {
            return reported.First > 0;
        }

        var before = SubjectFinder.OverAdverbs(passage, reported.First - 1);
        if (passage.Is(reported.First, ChunkKind.Relative))
        {
            return true;
        }

        if (before < 0)
        {
            return false;
        }

        return passage[before].Kind is ChunkKind.Relative or ChunkKind.Subordinator
            || (passage.FiniteBefore(reported.First) >= 0 && (passage.Is(before, ChunkKind.Coordinator) || reported.First == attribution.CueUnit))
            || (passage.Word(before) is "as" && passage.FiniteBefore(reported.First) >= 0);
    }

    /// <summary>Where a clause inside a sentence ends: at the comma before the main verb or the main clause.</summary>
    public static int EndOf(Passage passage, int first, int from, int end)
    {
        // "left, saying 12 people, including two women, were killed": the subject of what is said still waits for its verb.
        var own = ClauseTest.VerbOf(passage, passage.Noun(from - 1) is null ? from : from - 1);
        var fronted = passage.FiniteBefore(first) < 0 && !passage.Is(first, ChunkKind.Relative);
        for (var at = from; at < end; at++)
        {
            if (passage.Is(at, ChunkKind.Comma) && at + 1 != own
                && ((passage.Verb(at + 1) is not null && passage.IsFinite(at + 1)) || (fronted && passage.Noun(at + 1) is not null && ClauseTest.IsClauseAt(passage, at + 1))))
            {
                return at;
            }
        }

        return end;
    }
}
