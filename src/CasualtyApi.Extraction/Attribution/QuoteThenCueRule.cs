using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A quotation, its speaker, and the cue; what is quoted behind the cue goes on with it.</summary>
internal sealed class QuoteThenCueRule : AttributionRule
{
    public override string Id => "attribution.quote-then-cue";

    public override string Summary => "A quotation, its speaker, and the cue; what is quoted behind the cue goes on with it.";

    public override string Example => "“We lost twelve men,” the major said, “and we found four.”";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        if (cue.Verb!.Voice is Voice.Ing or Voice.Infinitive or Voice.Passive || cue.IsQuotedAsSaying || cue.Subject is not { } speaker
            || speaker.FirstUnit > cue.Unit || passage.FiniteBefore(cue.Unit) > speaker.FirstUnit
            || !SpeakerTest.CanSay(passage.Article, speaker.Main.Noun))
        {
            return null;
        }

        var quotations = QuotationsAround.Before(passage, speaker.FirstUnit);
        return quotations.Count == 0 ? null : Found(cue, ReportOwner.Of(passage, speaker) ?? speaker) with
        {
            Quotations = cue.Complement.Kind == ComplementKind.Quotation ? [.. quotations, cue.Complement.Unit] : quotations,
        };
    }
}
