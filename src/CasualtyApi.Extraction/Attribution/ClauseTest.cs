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
    public static bool IsClauseAt(Passage passage, int unit, bool plainly = false) => VerbOf(passage, unit, plainly) > unit;

    /// <summary>The unit of the finite verb whose subject stands at a unit, that unit itself where the verb does; −1 if there is none.</summary>
    public static int VerbOf(Passage passage, int unit, bool plainly = false)
    {
        for (var at = unit; at < passage.Count && at < unit + Farthest; at++)
        {
            if (passage.Verb(at) is { } verb && passage.IsFinite(at) && !(plainly && verb.Voice == Voice.BareParticiple && passage.Noun(at + 1) is null))
            {
                return at;
            }

            if (passage.Is(at, ChunkKind.Comma) && AfterInsertion(passage, at, unit + Farthest) is var behind and > 0)
            {
                at = behind - 1;
                continue;
            }

            if (passage.IsQuotation(at) || passage.IsStop(at) || passage.Is(at, ChunkKind.Colon)
                || (passage.Is(at, ChunkKind.Comma) && passage.Noun(at + 1) is null))
            {
                return -1;
            }

            // "the letter that arrived on Monday was": the relative clause has a verb of its own.
            if (at > unit && passage.Is(at, ChunkKind.Relative))
            {
                at += passage.Verb(at + 1) is not null ? 1 : passage.Verb(at + 2) is not null ? 2 : 0;
            }
        }

        return -1;
    }

    /// <summary>"the senator, 68, was", "its director, Ana Ruiz, left".</summary>
    private static bool IsAgeOrName(Passage passage, int comma) =>
        passage.Is(comma + 2, ChunkKind.Comma) && passage.Verb(comma + 3) is not null && passage.IsFinite(comma + 3)
        && (passage.Noun(comma + 1) is { HasName: true } || (passage[comma + 1].End == passage[comma + 1].First + 1 && passage.Token(comma + 1).Kind == Text.TokenKind.Number));

    /// <summary>"nine people, including two nurses, were killed": the unit of the finite verb behind the comma that closes what this one opens; −1 if there is none.</summary>
    private static int AfterInsertion(Passage passage, int comma, int end)
    {
        if (IsAgeOrName(passage, comma))
        {
            return comma + 3;
        }

        if (!(passage.Is(comma + 1, ChunkKind.Preposition) && passage.Word(comma + 1) is "including" or "among") && !(passage.Word(comma + 2) is "of" && passage.Noun(comma + 1) is { Count: not null }))
        {
            return -1;
        }

        for (var at = comma + 2; at < passage.Count && at < end && passage[at].Kind is ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Coordinator or ChunkKind.Comma or ChunkKind.Adverb or ChunkKind.Adjective; at++)
        {
            if (passage.Is(at, ChunkKind.Comma) && passage.Verb(at + 1) is not null && passage.IsFinite(at + 1))
            {
                return at + 1;
            }
        }

        return -1;
    }
}
