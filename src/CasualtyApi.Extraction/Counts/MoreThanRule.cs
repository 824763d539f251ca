namespace CasualtyApi.Extraction.Counts;

/// <summary>A bound below that the number itself does not reach; the worded number is kept, as the field does.</summary>
internal sealed class MoreThanRule : CountRule
{
    public override string Id => "counts.more-than";

    public override string Summary => "A bound below that the number itself does not reach; the worded number is kept, as the field does.";

    public override string Example => "More than 1,000 soldiers were killed.";

    public override CountRelation Relation => CountRelation.MoreThan;

    public override IReadOnlyList<string> Before { get; } =
        ["more than", "over", "upwards of", "upward of", "in excess of", "exceeding", "above", "well over", "well above",
            "well more than", "far more than", "greater than", "larger than", "higher than", "north of", "not just", "bigger than",
            "a little over", "a little more than", "slightly over", "slightly more than"];

    public override IReadOnlyList<string> After { get; } = ["plus", "-plus", "+", "and then some"];

    public override (long? Low, long? High) Ends(long number) => (number, null);
}
