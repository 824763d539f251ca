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
        cue.Verb is { Voice: Voice.Ing, IsNegated: false } && ((cue.TakesClause && !HasThing(cue)) || TellsThing(cue)) && cue.Passage.Word(cue.Unit - 1) is not ("of" or "for" or "without" or "before" or "after") && (cue.Passage.Word(cue.Unit - 1) != "by" || IsMeans(cue))
        && cue.Subject is { } speaker && Speaks(cue, speaker)
            ? Reported(cue, ReportOwner.Of(cue.Passage, speaker) ?? speaker, cue.Complement.Unit + 1) with { IsThing = !cue.TakesClause, IsIntent = !cue.TakesClause && AgreedToRule.IsIntent(cue) }
            : null;

    /// <summary>"Fighters holding 30 hostages killed two guards": right behind a noun, a verb that seldom reports has an object, and no assertion, unless "that" opens one.</summary>
    private static bool HasThing(Cue cue) =>
        cue.Term.IsWeak && cue.Passage.Is(cue.Unit - 1, ChunkKind.NounPhrase) && cue.Passage.Word(cue.Complement.Unit) != "that";

    /// <summary>"The mayor began by saying that", "opened the hearing by accusing": what the subject does, and no passive's agent.</summary>
    private static bool IsMeans(Cue cue) =>
        cue.Term.Class is "say" or "tell" or "claim" or "accuse" && cue.Passage.FiniteBefore(cue.Unit) is >= 0 and var verb && cue.Passage.Verb(verb)!.Voice != Voice.Passive;

    private static bool Speaks(Cue cue, SpeakerPhrase speaker) => cue.TakesClause && !cue.Term.IsWeak && cue.Term.Class is "say" or "tell" or "claim"
        ? SpeakerTest.CanSay(cue.Passage.Article, speaker.Main.Noun)
        : SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun);

    /// <summary>", calling for talks", ", vowing to return", ", putting the toll at nine", ", calling the raid “a lie”": behind a comma, or it is said of the noun before.</summary>
    private static bool TellsThing(Cue cue) =>
        SubjectFinder.OverAdverbs(cue.Passage, cue.Unit - 1) is var before && (cue.Passage.Is(before, ChunkKind.Comma) || (before > 1 && cue.Passage.Is(before, ChunkKind.Coordinator)) || cue.Passage.Word(before) == "by")
        && (cue.Complement.Kind == ComplementKind.Preposition || AgreedToRule.IsIntent(cue) || (cue.Term.Class == "accuse" && !cue.Term.IsWeak && cue.Complement.Kind != ComplementKind.None)
            || ((cue.Term.Class == "estimate" || cue.Term.Term is "describe" or "call" or "dismiss" or "label" or "denounce" or "hail") && RevealedRule.IsReported(cue)));
}
