namespace CasualtyApi.Extraction.Counts;

/// <summary>One person, by an article, an ordinal or a singular noun.</summary>
internal sealed class OneRule : CountRule
{
    public override string Id => "counts.one";

    public override string Summary => "One person, by an article, an ordinal or a singular noun.";

    public override string Example => "A soldier was killed.";

    public override CountRelation Relation => CountRelation.Exactly;
}
