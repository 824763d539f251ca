namespace CasualtyApi.Extraction.Counts;

/// <summary>A family of phrases that say how a number bounds a count.</summary>
internal abstract class CountRule : Rule
{
    public abstract CountRelation Relation { get; }

    /// <summary>Phrases that stand before the number, lower case.</summary>
    public virtual IReadOnlyList<string> Before => [];

    /// <summary>Phrases that stand behind the number.</summary>
    public virtual IReadOnlyList<string> After => [];

    /// <summary>The ends that a worded number means.</summary>
    public virtual (long? Low, long? High) Ends(long number) => (number, number);
}
