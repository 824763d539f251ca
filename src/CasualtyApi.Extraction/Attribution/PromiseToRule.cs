using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A noun for a promise, a plea or a threat with its infinitive, and whose it is: "the rebels' promise to", "his call to".</summary>
internal sealed class PromiseToRule : AttributionRule
{
    public override string Id => "attribution.promise-to";

    public override string Summary => "A noun for a promise, a plea or a threat with its infinitive, and whose it is.";

    public override string Example => "The rebels' promise to leave the town was broken.";

    public override CueKind Cue => CueKind.Noun;

    public override FoundAttribution? Read(Cue cue)
    {
        var subject = ClaimThatRule.Subject(cue);
        if (cue.Term.Class is not ("ask" or "other" or "tell") || cue.Term.Term == "decision" || ReportOwner.Of(cue.Passage, subject) is not { } owner)
        {
            return null;
        }

        var end = Math.Max(owner.EndUnit, cue.Unit + 1);
        return cue.Passage.Verb(end) is { Voice: Voice.Infinitive }
            ? Between(cue, owner, cue.Unit, end + 1) with { IsIntent = true, IsThing = true }
            : null;
    }
}
