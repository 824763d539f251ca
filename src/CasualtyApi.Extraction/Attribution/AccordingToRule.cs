using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>"According to" and its speaker, before, behind or inside what is said.</summary>
internal sealed class AccordingToRule : AttributionRule
{
    public override string Id => "attribution.according-to";

    public override string Summary => "\"According to\" and its speaker, before, behind or inside what is said.";

    public override string Example => "According to the police, nine people were arrested.";

    public override CueKind Cue => CueKind.AccordingTo;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        var behind = passage.Word(cue.Unit) == "per" ? cue.Unit + 1 : cue.Unit + 2;
        if (SpeakerPhrases.BeginningAt(passage, behind) is not { } named || IsStandard(passage, named.Main.Noun) || !(named.Main.Noun.IsPronoun || SpeakerTest.CanSay(passage.Article, named.Main.Noun)))
        {
            return null;
        }

        var speaker = SpeakerTest.IsReport(passage.Article, named.Main.Noun) ? ReportOwner.Of(passage, named) ?? named : named;
        var found = Found(cue, speaker) with { Cue = passage.Article.Words(passage[cue.Unit].First, passage[behind - 1].End) };
        var quotations = QuotationsAround.Before(passage, cue.Unit);
        if (quotations.Count == 0 && passage.Is(named.EndUnit, ChunkKind.Comma) && passage.IsQuotation(named.EndUnit + 1))
        {
            quotations = [named.EndUnit + 1];
        }

        return quotations.Count > 0
            ? found with { Quotations = quotations }
            : found with { Reported = (cue.Unit, Math.Max(named.EndUnit, speaker.EndUnit)), ContentBefore = IsBehind(passage, SubjectFinder.OverAdverbs(passage, cue.Unit - 1)) };
    }

    /// <summary>"held according to the law", "according to plan": what is kept to, and says nothing.</summary>
    private static bool IsStandard(Passage passage, NounPhrase noun) =>
        passage.Article.Tokens[noun.Head].Word.Text is "law" or "laws" or "plan" or "plans" or "schedule" or "custom" or "tradition" or "protocol" or "protocols" or "procedure" or "procedures" or "rules" or "need" or "needs" or "rank" or "age" or "size" or "merit";

    /// <summary>Something stands before it that can be its content; not "said that according to the army".</summary>
    private static bool IsBehind(Passage passage, int before) => before >= 0 && passage.Word(before) is not "that" && !passage.Is(before, ChunkKind.Relative);
}
