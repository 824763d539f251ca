using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>One construct by which a casualty word takes its victims.</summary>
internal abstract class CasualtyRule : Rule
{
    /// <summary>The kinds of chunks that it begins from; at others it is not asked.</summary>
    public virtual IReadOnlyList<ChunkKind> Kinds { get; } = Enum.GetValues<ChunkKind>();

    /// <summary>Adds what the construct says whose casualty word stands at a chunk; nothing where it is not this construct.</summary>
    public abstract void Read(SentenceView view, int at, List<CasualtyMention> found);
}
