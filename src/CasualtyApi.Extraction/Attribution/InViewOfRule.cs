using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>"In the view of" and its speaker, "in the mayor's opinion", "by the ministry's count".</summary>
internal sealed class InViewOfRule : AttributionRule
{
    public override string Id => "attribution.in-view-of";

    public override string Summary => "\"In the view of\" and its speaker, \"in the mayor's opinion\", \"by the ministry's count\".";

    public override string Example => "In the mayor's view, the town is safe.";

    public override CueKind Cue => CueKind.Noun;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        if (passage.Word(cue.Unit - 1) is not ("in" or "by") || !(IsView(cue) || CueFinder.IsInWordsOf(passage, cue.Unit, passage.Noun(cue.Unit)!)))
        {
            return null;
        }

        var subject = ClaimThatRule.Subject(cue);
        var speaker = passage.Word(cue.Unit + 1) == "of" ? SpeakerPhrases.BeginningAt(passage, cue.Unit + 2) : ReportOwner.Of(passage, subject);
        if (speaker is null || (!speaker.Main.Noun.IsPronoun && !SpeakerTest.CanSpeak(passage.Article, speaker.Main.Noun)))
        {
            return null;
        }

        var end = Math.Max(speaker.EndUnit, cue.Unit + 1);
        if (passage.Is(end, ChunkKind.Comma) && passage.IsQuotation(end + 1))
        {
            // "In the words of one aide, “…”"
            return Found(cue, speaker) with { Quotations = [end + 1] };
        }

        var isSetOff = passage.Is(end, ChunkKind.Comma) || passage.Is(cue.Unit - 2, ChunkKind.Comma) || passage.Is(end, ChunkKind.Stop);
        return isSetOff ? Found(cue, speaker) with { Reported = (cue.Unit - 1, end), ContentBefore = cue.Unit > 1 } : null;
    }

    private static bool IsView(Cue cue) => cue.Passage.Word(cue.Unit - 1) == "in" ? cue.Term.Term is "view" or "opinion" or "assessment" or "account" or "judgment" or "judgement"
        : cue.Term.Term is "count" or "tally" or "estimate" or "account" or "reckoning" or "calculation" or "admission" or "telling";
}
