using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>The quotations that touch a cue or its speaker.</summary>
internal static class QuotationsAround
{
    private const int Farthest = 16;

    /// <summary>Those right before a unit, over a comma or an adverb, in the order of the text.</summary>
    public static IReadOnlyList<int> Before(Passage passage, int unit)
    {
        var at = unit - 1;
        while (passage.Is(at, ChunkKind.Adverb) || passage.Is(at, ChunkKind.Comma) || passage.Is(at, ChunkKind.Dash) || passage.Is(at, ChunkKind.Coordinator))
        {
            at--;
        }

        List<int>? found = null;
        for (; passage.IsQuotation(at) && at > unit - Farthest; at--)
        {
            (found ??= []).Insert(0, at);
            at -= passage.Is(at - 1, ChunkKind.Comma) && passage.IsQuotation(at - 2) ? 1 : 0;
        }

        return found ?? [];
    }
}
