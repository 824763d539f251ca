using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>An accusation, with or without the deed named.</summary>
internal sealed class AccusedOfRule : AttributionRule
{
    public override string Id => "attribution.accused-of";

    public override string Summary => "An accusation, with or without the deed named.";

    public override string Example => "The government accused the militia of firing on the convoy.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        if (cue.Term.Class != "accuse" || cue.Term.IsWeak)
        {
            return null;
        }

        if (cue.Verb is { Voice: Voice.Passive, IsNegated: false, Modal: < 0 } && cue.Passage.Word(cue.Unit + 1) == "by")
        {
            return SpeakerPhrases.BeginningAt(cue.Passage, cue.Unit + 2) is { } agent && SpeakerTest.CanSpeak(cue.Passage.Article, agent.Main.Noun)
                ? Between(cue, agent, cue.Subject?.FirstUnit ?? cue.Unit, agent.EndUnit)
                : null;
        }

        return cue.Asserts && cue.Complement.Kind != ComplementKind.None && cue.Subject is { } speaker
            && SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun)
            ? Reported(cue, ReportOwner.Of(cue.Passage, speaker) ?? speaker, cue.Complement.Unit + 1) with { IsThing = true }
            : null;
    }
}
