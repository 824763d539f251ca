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
            || SpeakerPhrases.BeginningAt(passage, cue.Unit + 1) is not { } speaker || !SpeakerTest.CanSay(passage.Article, speaker.Main.Noun))
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

        return after.Kind != ComplementKind.That && IsBehindClause(cue, speaker) ? Reported(cue, speaker, speaker.EndUnit) with { ContentBefore = true } : null;
    }

    private static bool IsBehindClause(Cue cue, SpeakerPhrase speaker)
    {
        var passage = cue.Passage;
        return cue.Term.Class != "tell" && cue.Term.Frames.Contains("inverted") && cue.Verb!.Main == cue.Verb.First
            && passage.Is(cue.Unit - 1, ChunkKind.Comma) && passage.FiniteBefore(cue.Unit) >= 0 && !speaker.Main.Noun.IsPronoun
            && SpeakerTest.CanSpeak(passage.Article, speaker.Main.Noun) && !ClauseTest.IsClauseAt(passage, cue.Unit + 1, plainly: true) && !IsInsertion(passage, cue.Unit);
    }

    /// <summary>"Smith, a spokesman, said officials": the comma closes an insertion and the subject stands before it; of "caught fire, killing 12, said police" no fire speaks.</summary>
    private static bool IsInsertion(Passage passage, int unit) =>
        passage.SubjectOf(unit) is { } subject && passage.FiniteBefore(unit) < subject.FirstUnit && SpeakerTest.CanSpeak(passage.Article, subject.Main.Noun);
}
