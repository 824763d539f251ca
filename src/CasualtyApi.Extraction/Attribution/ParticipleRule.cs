using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A participle that reports a whole assertion; its speaker is the subject of the clause it hangs on.</summary>
internal sealed class ParticipleRule : AttributionRule
{
    public override string Id => "attribution.participle";

    public override string Summary => "A participle that reports a whole assertion; its speaker is the subject of the clause it hangs on.";

    public override string Example => "The minister left early, saying that talks had failed.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue) =>
        cue.Verb is { Voice: Voice.Ing, IsNegated: false } && cue.TakesClause && cue.Passage.Word(cue.Unit - 1) is not ("of" or "for" or "without" or "by" or "before" or "after")
        && cue.Subject is { } speaker && SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun)
            ? Reported(cue, ReportOwner.Of(cue.Passage, speaker) ?? speaker, cue.Complement.Unit + 1)
            : null;
}
