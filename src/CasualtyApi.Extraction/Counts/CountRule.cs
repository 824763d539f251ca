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

    /// <summary>Phrases that let a comparison take in the number itself: "less than or equal to".</summary>
    protected static IEnumerable<string> OrEqual(params string[] comparatives) =>
        comparatives.SelectMany(word => (string[])[$"{word} than or equal to", $"{word} or equal to", $"{word} or equal than", $"equal to or {word} than"]);
}
