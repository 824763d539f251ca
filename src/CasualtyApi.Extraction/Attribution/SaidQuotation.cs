using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A whole quotation that somebody says, from its opening mark to its closing one.</summary>
internal sealed class SaidQuotation(int first, int end, int index) : Chunk(ChunkKind.Quotation, first, end)
{
    /// <summary>Its number among the article's quotations.</summary>
    public int Index { get; } = index;
}
