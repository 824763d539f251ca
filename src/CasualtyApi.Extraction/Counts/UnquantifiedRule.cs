namespace CasualtyApi.Extraction.Counts;

/// <summary>Words of size without a number; or a body of people whose size nobody says.</summary>
internal sealed class UnquantifiedRule : CountRule
{
    public override string Id => "counts.unquantified";

    public override string Summary => "Words of size without a number; or a body of people whose size nobody says.";

    public override string Example => "The army suffered heavy casualties.";

    public override CountRelation Relation => CountRelation.Unquantified;
}
