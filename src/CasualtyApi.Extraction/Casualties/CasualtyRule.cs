using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>One construct by which a casualty word takes its victims.</summary>
internal abstract class CasualtyRule : Rule
{
    /// <summary>Adds what the construct says whose casualty word stands at a chunk; nothing where it is not this construct.</summary>
    public abstract void Read(SentenceView view, int at, List<CasualtyMention> found);
}
