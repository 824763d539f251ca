namespace CasualtyApi.Extraction.Counts;

/// <summary>A plural without a number, or each of some: two at least.</summary>
internal sealed class PluralRule : CountRule
{
    public override string Id => "counts.plural";

    public override string Summary => "A plural without a number, or each of some: two at least.";

    public override string Example => "Soldiers were killed.";

    public override CountRelation Relation => CountRelation.Vague;
}
