namespace CasualtyApi.Extraction.Grammar;

internal enum ChunkKind : byte
{
    NounPhrase,
    VerbGroup,

    /// <summary>An adjective behind its noun or its verb ("left 12 dead").</summary>
    Adjective,
    Preposition,
    Coordinator,
    Comma,
    Relative,
    Subordinator,
    Adverb,
    Quote,
    Colon,
    Dash,
    Open,
    Close,
    Stop,

    /// <summary>A whole quotation that somebody says, among the units of a passage.</summary>
    Quotation,
    Other,
}

/// <summary>A stretch of tokens that belong together: [First, End).</summary>
internal class Chunk(ChunkKind kind, int first, int end)
{
    public ChunkKind Kind { get; } = kind;

    public int First { get; } = first;

    public int End { get; } = end;
}
