namespace CasualtyApi.Extraction.Counts;

/// <summary>One person, by name; the name itself is not kept as data.</summary>
internal sealed class NameRule : CountRule
{
    public override string Id => "counts.name";

    public override string Summary => "One person, by name; the name itself is not kept as data.";

    public override string Example => "Ana Ruiz, a teacher, was killed.";

    public override CountRelation Relation => CountRelation.Exactly;
}
