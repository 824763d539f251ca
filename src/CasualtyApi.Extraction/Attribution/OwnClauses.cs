using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Clauses around an attribution that the document tells in its own voice: "[When the bridge fell,] the mayor said it was old,
/// adding …", "the army agreed to a truce [after twelve soldiers had died]".
/// </summary>
internal static class OwnClauses
{
    /// <summary>Where a clause with its cue begins, without a clause in front of it.</summary>
    public static int FirstOf(Passage passage, int first, int speaker)
    {
        for (var at = speaker - 1; at > first; at--)
        {
            if (passage.Is(at, ChunkKind.Colon) || passage.IsStop(at))
            {
                return at + 1;
            }
        }

        return first < speaker && IsSubordinator(passage, first) && passage.FiniteBefore(speaker) > first && passage.Is(speaker - 1, ChunkKind.Comma) ? speaker : first;
    }

    /// <summary>Where a clause ends that tells a thing: before a clause joined to it, or hung on it by what came before or beside it.</summary>
    public static int EndOf(Passage passage, int from, int end)
    {
        for (var at = from; at < end - 1; at++)
        {
            if (passage.Word(at) is "after" or "while" or "although" or "though" or "whereas" && ClauseTest.IsClauseAt(passage, at + 1))
            {
                return at;
            }

            if (passage.Is(at, ChunkKind.Comma) && passage.Is(at + 1, ChunkKind.Coordinator) && passage.Noun(at + 2) is not null && ClauseTest.IsClauseAt(passage, at + 2))
            {
                return at;
            }
        }

        return end;
    }

    private static bool IsSubordinator(Passage passage, int unit) => passage.Word(unit) is
        "after" or "before" or "since" or "until" or "as" or "when" or "while" or "because" or "although" or "though" or "if" or "once" or "whereas";
}
