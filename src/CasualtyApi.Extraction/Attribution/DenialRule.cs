namespace CasualtyApi.Extraction.Attribution;

/// <summary>A speaker who says that something is not so.</summary>
internal sealed class DenialRule : AttributionRule
{
    public override string Id => "attribution.denial";

    public override string Summary => "A speaker who says that something is not so.";

    public override string Example => "The army denied that its aircraft had been lost.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue) =>
        cue.Term.Class == "deny" && cue.Asserts && IsDenied(cue)
        && cue.Subject is { } speaker && SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun)
            ? Reported(cue, ReportOwner.Of(cue.Passage, speaker) ?? speaker, cue.Complement.Unit + 1) with { IsDenial = true }
            : null;

    private static bool IsDenied(Cue cue) =>
        cue.TakesClause || (!cue.Term.IsWeak && cue.Complement.Kind is ComplementKind.Noun or ComplementKind.Gerund or ComplementKind.Infinitive);
}
