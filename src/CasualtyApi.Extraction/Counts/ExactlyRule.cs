namespace CasualtyApi.Extraction.Counts;

/// <summary>A bare number, in digits or words.</summary>
internal sealed class ExactlyRule : CountRule
{
    public override string Id => "counts.exactly";

    public override string Summary => "A bare number, in digits or words.";

    public override string Example => "Twelve people were killed.";

    public override CountRelation Relation => CountRelation.Exactly;

    public override IReadOnlyList<string> Before { get; } =
        ["exactly", "a total of", "just", "only", "precisely", "a further", "an additional", "another", "a combined", "a record", "in all", "equal to"];
}
