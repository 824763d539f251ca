using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Finds every word of a passage that may report.</summary>
internal static class CueFinder
{
    public static List<Cue> Find(Passage passage)
    {
        var cues = new List<Cue>();
        for (var unit = 0; unit < passage.Count; unit++)
        {
            switch (passage[unit])
            {
                case VerbGroup { Reporting: { } term }:
                    if (!ClaimsLives(passage, unit, term) && !CarriesOut(passage, unit, term) && !IsKnownAs(passage, unit, term) && !WantsNoName(passage, unit, term) && !KeepsSilent(passage, unit, term)) cues.Add(new Cue(passage, CueKind.Verb, unit, term));
                    break;
                case NounPhrase { IsPronoun: false } noun:
                    if (passage.Article.Tokens[noun.Head].Is(WordClass.ReportingNoun) || IsInWordsOf(passage, unit, noun)) cues.Add(new Cue(passage, CueKind.Noun, unit, passage.Article.Tokens[noun.Head].Word.Reporting));
                    break;
                case { Kind: ChunkKind.Adjective } when passage.Token(unit).Is(WordClass.ReportingAdjective):
                    cues.Add(new Cue(passage, CueKind.Adjective, unit, passage.Token(unit).Word.Reporting));
                    break;
                case { Kind: ChunkKind.Preposition } when passage.Token(unit).Is(WordClass.ReportingPreposition) && (passage.Word(unit + 1) == "to" || IsPer(passage, unit)):
                    cues.Add(new Cue(passage, CueKind.AccordingTo, unit, null));
                    break;
                case { Kind: ChunkKind.Colon or ChunkKind.Dash }:
                    cues.Add(new Cue(passage, CueKind.Mark, unit, null));
                    break;
                default:
                    break;
            }
        }

        return cues;
    }

    /// <summary>"The army carried out a raid": it did, and printed nothing.</summary>
    private static bool CarriesOut(Passage passage, int unit, Vocabulary.ReportingTerm term) => term.Term == "carry" && passage.Word(unit + 1) is "out" or "on" or "off";

    /// <summary>"A militia known as the Mai-Mai".</summary>
    private static bool IsKnownAs(Passage passage, int unit, Vocabulary.ReportingTerm term) => term.Term == "know" && passage.Word(unit + 1) is "as" or "for" && passage.Verb(unit)!.Voice == Voice.BareParticiple;

    /// <summary>"requested anonymity", "insisting on anonymity", "was granted anonymity": of who says it, and nothing that is said.</summary>
    private static bool WantsNoName(Passage passage, int unit, Vocabulary.ReportingTerm term) =>
        (term.Term is "ask" or "request" or "insist" && passage.Word(unit + 1) == "that" && passage.Noun(unit + 2) is { } withheld && passage.Article.Tokens[withheld.Head].Word.Text is "name" or "names" or "surname" or "identity" && passage.Verb(unit + 3) is { Voice: Voice.Passive, Verb.Lemma: "use" or "withhold" or "publish" or "reveal" or "disclose" or "print" })
        || passage.Noun(passage.Word(unit + 1) == "on" ? unit + 2 : unit + 1) is { } noun && passage.Article.TextOf(passage.Article.Tokens[noun.Head]) is "anonymity";

    /// <summary>"declined to comment", "refused on Monday to discuss it", "declined to be interviewed": nothing is said, and nothing done.</summary>
    private static bool KeepsSilent(Passage passage, int unit, Vocabulary.ReportingTerm term)
    {
        if (term.Term is not ("decline" or "refuse"))
        {
            return false;
        }

        var at = unit + 1;
        while (at < unit + 4 && passage.Verb(at) is null && at < passage.Count) at++;
        return passage.Verb(at) is { } verb && passage.Article.Tokens[verb.First].Word.Text == "to"
            && (IsToGive(passage, at, verb) || verb.Verb?.Lemma is "comment" or "say" or "tell" or "speak" or "talk" or "discuss" or "elaborate" or "answer" or "respond" or "reply" or "specify" or "disclose" or "reveal" or "explain" or "describe" or "clarify" or "identify" or "name" or "interview" or "quote" or "estimate" or "speculate");
    }

    /// <summary>"declined to give a figure", "refused to provide details"; not "refused to give up the town".</summary>
    private static bool IsToGive(Passage passage, int unit, VerbGroup verb) =>
        verb.Verb?.Lemma is "give" or "provide" && passage.Noun(unit + 1) is { } thing
        && passage.Article.Tokens[thing.Head].Word.Text is "name" or "names" or "figure" or "figures" or "number" or "numbers" or "detail" or "details" or "reason" or "reasons" or "answer" or "answers" or "explanation" or "comment" or "interview" or "interviews" or "toll" or "estimate" or "estimates";

    /// <summary>"In the words of one aide".</summary>
    public static bool IsInWordsOf(Passage passage, int unit, NounPhrase noun) => passage.Article.Tokens[noun.Head].Word.Text == "words" && passage.Word(unit - 1) == "in" && passage.Word(unit + 1) == "of";

    /// <summary>", per two officials", ", per CNN"; but "per day".</summary>
    private static bool IsPer(Passage passage, int unit) =>
        passage.Word(unit) == "per" && passage.Is(unit - 1, ChunkKind.Comma) && passage.Noun(unit + 1) is { } noun && SpeakerTest.CanSpeak(passage.Article, noun)
        && (noun.IsPlural || noun.Organization is not null || noun.HasName || noun.Determiner != 0);

    /// <summary>"The storm claimed 12 lives": it says nothing.</summary>
    private static bool ClaimsLives(Passage passage, int unit, Vocabulary.ReportingTerm term) =>
        term.Term == "claim" && passage.Noun(unit + 1) is { IsPronoun: false } noun && passage.Article.Tokens[noun.Head].Word.Text is "life" or "lives" or "victim" or "victims";
}
