namespace CasualtyApi.Extraction.Counts;

/// <summary>A number given as near the true one.</summary>
internal sealed class AboutRule : CountRule
{
    public override string Id => "counts.about";

    public override string Summary => "A number given as near the true one.";

    public override string Example => "About 300 people were killed.";

    public override CountRelation Relation => CountRelation.About;

    public override IReadOnlyList<string> Before { get; } =
        ["about", "some", "around", "nearly", "almost", "approximately", "approx", "roughly", "an estimated", "estimated", "close to",
            "near", "nearly all", "circa", "something like", "in the region of", "perhaps", "maybe", "probably", "possibly",
            "an approximate", "an average of"];

    public override IReadOnlyList<string> After { get; } = ["or so", "or thereabouts", "-odd", "odd"];
}
