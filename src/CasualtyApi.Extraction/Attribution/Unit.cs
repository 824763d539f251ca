using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A chunk of a sentence, or a whole quotation that somebody says: tokens [First, End).</summary>
/// <param name="First">Its first token; of a quotation the opening mark.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Chunk">The chunk, or null for a quotation.</param>
/// <param name="Quotation">The quotation's index, or −1.</param>
internal readonly record struct Unit(int First, int End, Chunk? Chunk, int Quotation)
{
    public bool IsQuotation => Chunk is null;

    public NounPhrase? Noun => Chunk?.Noun;

    public VerbGroup? Verb => Chunk?.Verb;

    public bool Is(ChunkKind kind) => Chunk is not null && Chunk.Kind == kind;
}
