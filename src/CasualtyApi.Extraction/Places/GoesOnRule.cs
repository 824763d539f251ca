namespace CasualtyApi.Extraction.Places;

/// <summary>"A bomb killed ten people in Mosul. Six others were wounded.": what is told of one event happened in one place.</summary>
internal sealed class GoesOnRule : Rule
{
    public override string Id => "places.goes-on";

    public override string Summary => "The place of the event that the same paragraph told just before and that the claim counts on from, or of the whole that a part is of, where the claim's own sentence names none; or of an event that the sentence before tells of without its dead.";

    public override string Example => "A bomb killed ten people in Mosul. Six others were wounded.";
}
