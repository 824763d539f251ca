namespace CasualtyApi.Extraction.Places;

/// <summary>"in Mosul", "the region of Kursk": a place behind a preposition of place.</summary>
internal sealed class InRule : Rule
{
    public override string Id => "places.in";

    public override string Summary => "A place behind a preposition of place, in the claim's own sentence and nearest to it.";

    public override string Example => "Twelve people were killed in Mosul.";
}
