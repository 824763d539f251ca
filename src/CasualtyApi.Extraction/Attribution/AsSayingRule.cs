using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Somebody quoted by another "as saying": whoever quotes hands it on.</summary>
internal sealed class AsSayingRule : AttributionRule
{
    public override string Id => "attribution.as-saying";

    public override string Summary => "Somebody quoted by another \"as saying\": whoever quotes hands it on.";

    public override string Example => "The agency quoted the commander as saying that two boats were lost.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        if (cue.Verb!.Voice != Voice.Ing || passage.Word(cue.Unit - 1) != "as")
        {
            return null;
        }

        var quoting = passage.FiniteBefore(cue.Unit);
        if (quoting < 0 || passage.Verb(quoting)?.Reporting is null || passage.SubjectOf(quoting) is not { } subject)
        {
            return null;
        }

        var passive = passage.Verb(quoting)!.Voice == Voice.Passive;
        var by = passive ? ByAgent(passage, quoting) : subject;
        var speaker = passive ? subject : SpeakerPhrases.BeginningAt(passage, quoting + 1);
        if (speaker is null || !SpeakerTest.CanSay(passage.Article, speaker.Main.Noun))
        {
            return null;
        }

        // "“…,” the agency quoted a survivor as saying"
        var before = QuotationsAround.Before(passage, subject.FirstUnit);
        var found = cue.Complement.Kind == ComplementKind.Quotation || before.Count > 0
            ? Found(cue, speaker) with { Quotations = cue.Complement.Kind == ComplementKind.Quotation ? [.. before, cue.Complement.Unit] : before }
            : Between(cue, speaker, Math.Min(subject.FirstUnit, speaker.FirstUnit), cue.Complement.Unit + 1);
        return found with { Relay = by is null ? [] : [by] };
    }

    private static SpeakerPhrase? ByAgent(Passage passage, int verb) =>
        passage.Word(verb + 1) == "by" ? SpeakerPhrases.BeginningAt(passage, verb + 2) : null;
}
