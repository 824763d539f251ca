namespace CasualtyApi.Extraction.Counts;

/// <summary>A negation that counts: nobody, exactly zero.</summary>
internal sealed class NoneRule : CountRule
{
    public override string Id => "counts.none";

    public override string Summary => "A negation that counts: nobody, exactly zero.";

    public override string Example => "No casualties were reported.";

    public override CountRelation Relation => CountRelation.Exactly;
}
