namespace CasualtyApi.Extraction.Counts;

/// <summary>A bound above that the number itself does not reach.</summary>
internal sealed class LessThanRule : CountRule
{
    public override string Id => "counts.less-than";

    public override string Summary => "A bound above that the number itself does not reach.";

    public override string Example => "Fewer than 60 people were hurt.";

    public override CountRelation Relation => CountRelation.LessThan;

    public override IReadOnlyList<string> Before { get; } =
        ["fewer than", "less than", "under", "below", "lower than", "smaller than", "short of", "south of", "shy of"];

    public override (long? Low, long? High) Ends(long number) => (null, number);
}
