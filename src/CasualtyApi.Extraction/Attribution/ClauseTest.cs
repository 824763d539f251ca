using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Whether a clause begins at a unit of a passage.</summary>
internal static class ClauseTest
{
    private const int Farthest = 16;

    /// <summary>Whether a noun phrase at a unit is the subject of a finite verb.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="unit">The noun phrase.</param>
    /// <param name="plainly">"the losses endured" is no clause: a participle without an object does not count.</param>
    public static bool IsClauseAt(Passage passage, int unit, bool plainly = false)
    {
        for (var at = unit; at < passage.Count && at < unit + Farthest; at++)
        {
            if (passage.Verb(at) is { } verb && passage.IsFinite(at) && !(plainly && verb.Voice == Voice.BareParticiple && passage.Noun(at + 1) is null))
            {
                return at > unit;
            }

            if (passage.IsQuotation(at) || passage.IsStop(at) || passage.Is(at, ChunkKind.Colon)
                || (passage.Is(at, ChunkKind.Comma) && passage.Noun(at + 1) is null))
            {
                return false;
            }

            // "the letter that arrived on Monday was": the relative clause has a verb of its own.
            if (at > unit && passage.Is(at, ChunkKind.Relative))
            {
                at += passage.Verb(at + 1) is not null ? 1 : passage.Verb(at + 2) is not null ? 2 : 0;
            }
        }

        return false;
    }
}
