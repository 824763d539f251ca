namespace CasualtyApi.Extraction.Counts;

/// <summary>A plural without a number: two at least.</summary>
internal sealed class PluralRule : CountRule
{
    public override string Id => "counts.plural";

    public override string Summary => "A plural without a number: two at least.";

    public override string Example => "Soldiers were killed.";

    public override CountRelation Relation => CountRelation.Vague;
}
