using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A speaker, the cue, and behind it a quotation; the cue may be a participle.</summary>
internal sealed class CueThenQuoteRule : AttributionRule
{
    public override string Id => "attribution.cue-then-quote";

    public override string Summary => "A speaker, the cue, and behind it a quotation; the cue may be a participle.";

    public override string Example => "The mayor spoke to reporters, stating, “Nobody was left inside.”";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        if (cue.Complement.Kind != ComplementKind.Quotation || cue.Verb!.Voice == Voice.Passive || cue.IsByAgent
            || cue.Subject is not { } speaker || !SpeakerTest.CanSay(cue.Passage.Article, speaker.Main.Noun))
        {
            return null;
        }

        return Found(cue, ReportOwner.Of(cue.Passage, speaker) ?? speaker) with { Quotations = [cue.Complement.Unit] };
    }
}
