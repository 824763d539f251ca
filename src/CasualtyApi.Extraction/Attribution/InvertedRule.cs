using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A quotation or a clause, the cue, and then its speaker.</summary>
internal sealed class InvertedRule : AttributionRule
{
    public override string Id => "attribution.inverted";

    public override string Summary => "A quotation or a clause, the cue, and then its speaker.";

    public override string Example => "The road is cut, said the governor.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        if (cue.Verb!.Voice is Voice.Ing or Voice.Infinitive or Voice.Passive || cue.Verb.IsNegated || cue.Verb.Main - cue.Verb.First > 1
            || SubjectFinder.BeginningAt(passage, cue.Unit + 1) is not { } speaker || !SpeakerTest.CanSay(passage.Article, speaker.Main.Noun))
        {
            return null;
        }

        var quotations = QuotationsAround.Before(passage, cue.Unit);
        var after = ComplementReader.After(passage, speaker.EndUnit, cue.Term);
        if (quotations.Count > 0)
        {
            return Found(cue, speaker) with
            {
                Quotations = after.Kind == ComplementKind.Quotation ? [.. quotations, after.Unit] : quotations,
            };
        }

        return IsBehindClause(cue, speaker) ? Reported(cue, speaker, speaker.EndUnit) with { ContentBefore = true } : null;
    }

    private static bool IsBehindClause(Cue cue, SpeakerPhrase speaker) =>
        cue.Term.Frames.Contains("inverted") && cue.Passage.Is(cue.Unit - 1, ChunkKind.Comma) && cue.Passage.FiniteBefore(cue.Unit) >= 0
        && SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun) && cue.Complement.Kind is ComplementKind.Noun or ComplementKind.None
        && SubjectFinder.Before(cue.Passage, cue.Unit) is null or { FirstUnit: 0 };
}
