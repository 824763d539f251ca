namespace CasualtyApi.Extraction.Counts;

/// <summary>A bound below that the number reaches.</summary>
internal sealed class AtLeastRule : CountRule
{
    public override string Id => "counts.at-least";

    public override string Summary => "A bound below that the number reaches.";

    public override string Example => "At least 40 people died.";

    public override CountRelation Relation => CountRelation.AtLeast;

    public override IReadOnlyList<string> Before { get; } =
        ["at least", "no fewer than", "no less than", "not fewer than", "not less than", "no lower than", "not lower than", "a minimum of", "at the very least",
            "a confirmed minimum of", .. OrEqual("more", "greater", "higher", "larger", "bigger")];

    public override IReadOnlyList<string> After { get; } = ["or more", "or greater", "at least", "or higher", "and more", "and counting"];

    public override (long? Low, long? High) Ends(long number) => (number, null);
}
