using CasualtyApi.Extraction.Attribution.Sources;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A headline, a mark, and who says so: "Twelve dead in blast: police", "Two ships damaged — ministry".</summary>
internal sealed class LabelBehindRule : AttributionRule
{
    public override string Id => "attribution.label-behind";

    public override string Summary => "A headline, a colon or a dash, and who says so.";

    public override string Example => "Twelve people were arrested: police.";

    public override CueKind Cue => CueKind.Mark;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        if (cue.Unit < 2 || passage.Noun(cue.Unit + 1) is not { } noun || !(IsLabel(passage.Article, noun) || IsBodyBehind(passage, cue.Unit, noun)) || !IsLast(passage, NounPhraseWalk.EndOf(passage, cue.Unit + 1)) || !IsHeadline(passage, cue.Unit) || (IsHyphen(passage, cue.Unit) && !TellsHarm(passage, cue.Unit))
            || SpeakerPhrases.BeginningAt(passage, cue.Unit + 1) is not { } speaker)
        {
            return null;
        }

        return Found(cue, speaker) with { Reported = (0, speaker.EndUnit), ContentBefore = true };
    }

    /// <summary>"police", "officials", "ministry", "UN", "report": no article and no number.</summary>
    private static bool IsLabel(Article article, NounPhrase noun) =>
        noun is { Determiner: 0, Count: null, IsPronoun: false }
        && (article.Tokens[noun.Head].Is(WordClass.Organization) || BodyNouns.KindOf(article, noun.Head) is not null
            || noun.Person is { Kind: PartyKind.Police or PartyKind.Medics or PartyKind.Military } || article.Tokens[noun.Head].Word.Text is "officials" or "official" or "witnesses" or "source" or "sources" or "report" or "monitor" or "governor" or "minister" or "mayor" or "authorities" or "residents" or "activists" or "spokesman" or "spokesperson");

    /// <summary>"Twelve people were killed in a raid – the army.": a body with its article, behind a dash and what came to harm; a mayor or a school could be who did.</summary>
    private static bool IsBodyBehind(Passage passage, int mark, NounPhrase noun) =>
        passage.Is(mark, ChunkKind.Dash) && noun is { Determiner: WordClass.Article, Count: null, HasName: false } && passage.Word(mark + 1) == "the"
        && (BodyNouns.KindOf(passage.Article, noun.Head) is SourceKind.Government or SourceKind.Military or SourceKind.Intergovernmental || noun.Organization is not null || noun.Person is { Kind: PartyKind.Police or PartyKind.Military, IsCollective: true })
        && TellsHarm(passage, mark);

    /// <summary>"POLITICAL - MILITARY APPARATUS": a hyphen between spaces joins words as well; behind a harm it does not.</summary>
    private static bool IsHyphen(Passage passage, int mark) => passage.Article.IsMark(passage[mark].First, '-');

    private static bool TellsHarm(Passage passage, int mark) =>
        Enumerable.Range(0, mark).Any(unit => passage.Verb(unit) is { Casualty: not null } || passage.Token(unit).Is(WordClass.Casualty) || (passage.Noun(unit) is { } told && passage.Article.Tokens[told.Head].Is(WordClass.Casualty)));

    private static bool IsLast(Passage passage, int unit) => unit == passage.Count || (unit == passage.Count - 1 && passage.IsStop(unit));

    /// <summary>One clause before the mark, and no quotation.</summary>
    private static bool IsHeadline(Passage passage, int mark)
    {
        for (var at = 0; at < mark; at++)
        {
            if (passage.IsQuotation(at) || passage.IsStop(at) || passage.Verb(at)?.Reporting is not null)
            {
                return false;
            }
        }

        return true;
    }
}
