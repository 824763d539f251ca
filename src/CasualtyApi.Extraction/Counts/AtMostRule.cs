namespace CasualtyApi.Extraction.Counts;

/// <summary>A bound above that the number reaches.</summary>
internal sealed class AtMostRule : CountRule
{
    public override string Id => "counts.at-most";

    public override string Summary => "A bound above that the number reaches.";

    public override string Example => "Up to 60 people were hurt.";

    public override CountRelation Relation => CountRelation.AtMost;

    public override IReadOnlyList<string> Before { get; } =
        ["up to", "as many as", "as much as", "as high as", "at most", "no more than", "not more than", "a maximum of", "a possible",
            "at the most", "no greater than", .. OrEqual("less", "fewer", "lower", "smaller")];

    public override IReadOnlyList<string> After { get; } = ["or fewer", "or less", "at most"];

    public override (long? Low, long? High) Ends(long number) => (null, number);
}
