namespace CasualtyApi.Extraction.Counts;

/// <summary>A noun for a small group: two in each at least.</summary>
internal sealed class GroupRule : CountRule
{
    public override string Id => "counts.group";

    public override string Summary => "A noun for a small group: two in each at least.";

    public override string Example => "A family was killed.";

    public override CountRelation Relation => CountRelation.Vague;
}
