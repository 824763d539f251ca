using CasualtyApi.Extraction.Attribution.Sources;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>One person who does something in the sentence before a quotation of the same paragraph: "Mr. Hale smiled. “Ask my wife.”"</summary>
internal static class Actor
{
    /// <summary>The subject of a sentence, if it is one person who acts, or is asked.</summary>
    /// <param name="before">The sentence, as a passage.</param>
    /// <param name="quotation">What is said behind it.</param>
    /// <param name="hasSpeaker">Somebody spoke in the paragraph already: only who smiles or shrugs speaks then instead.</param>
    public static SpeakerPhrase? Of(Passage before, Quotation quotation, bool hasSpeaker)
    {
        for (var unit = 0; unit < before.Count; unit++)
        {
            if (before.IsQuotation(unit) || before.Is(unit, ChunkKind.Colon))
            {
                return null;
            }

            if (before.Verb(unit) is { } verb && before.IsFinite(unit) && !before.Is(SubjectFinder.OverAdverbs(before, unit - 1), ChunkKind.Relative)
                && before.SubjectOf(unit) is { Parts.Count: 1 } subject && BeginsClause(before, subject.FirstUnit) && subject.FirstUnit < unit)
            {
                var isGesture = verb.Reporting?.Frames.Contains("quote") == true;
                return Acts(before.Article, verb) && (isGesture || verb.Voice == Voice.Passive || IsThere(before, verb)) && IsOnePerson(before.Article, subject.Main.Noun, isGesture) && !IsOf(before.Article, quotation)
                    && (!hasSpeaker || (isGesture && before.Count <= unit + 2))
                    ? subject
                    : null;
            }
        }

        return null;
    }

    /// <summary>"[The judge] nodded", "Then [she] nodded", "Asked about it, [he] nodded".</summary>
    private static bool BeginsClause(Passage passage, int unit) =>
        SubjectFinder.OverAdverbs(passage, unit - 1) is var before && (before < 0 || passage.Is(before, ChunkKind.Comma) || passage.Is(before, ChunkKind.Coordinator));

    /// <summary>An active verb that harms nobody; "was asked" too.</summary>
    private static bool Acts(Article article, VerbGroup verb) =>
        verb is { Casualty: null, Modal: < 0 } && (verb.Voice is Voice.Active or Voice.BareParticiple ? !article.Tokens[verb.Main].Is(WordClass.Be | WordClass.Have) : verb is { Voice: Voice.Passive, Reporting: { Class: "ask" } });

    /// <summary>Done then and there; "resigned in May" and "owned a boat" are told of somebody who need not be heard.</summary>
    private static bool IsThere(Passage before, VerbGroup verb)
    {
        for (var token = before.First; token < before.End; token++)
        {
            if (before.Article.Tokens[token].Is(WordClass.Weekday | WordClass.Month | WordClass.TimeUnit) || (before.Article.Tokens[token].Kind == TokenKind.Number && before.Article.Tokens[token].End - before.Article.Tokens[token].Start == 4)) return false;
        }

        return IsDeed(before.Article, verb);
    }

    /// <summary>What somebody does, to nobody's harm, and no state that somebody is in.</summary>
    public static bool IsDeed(Article article, VerbGroup verb) =>
        verb.Casualty is null && !article.Tokens[verb.Main].Is(WordClass.Be | WordClass.Have) && verb.Verb?.Lemma is not ("own" or "live" or "work" or "know" or "like" or "love" or "want" or "need" or "belong" or "remain");

    private static bool IsOnePerson(Article article, NounPhrase noun, bool isGesture)
    {
        if (noun.IsPronoun)
        {
            return article.Tokens[noun.Head].Word.Text is "he" or "she";
        }

        ref readonly var head = ref article.Tokens[noun.Head];
        return noun is { IsPlural: false, PossessorEnd: < 0, Organization: null } && (noun.Count is null or { Low: 1, High: 1 })
            && !head.Is(WordClass.Place | WordClass.Country | WordClass.Seat | WordClass.Demonym | WordClass.Organization) && BodyNouns.KindOf(article, noun.Head) is null
            && (PersonName.In(article, noun) is { } name ? isGesture || name.HasGivenName || name.RoleFirst < name.First || article.Tokens[noun.First].Is(WordClass.Title)
                : noun.Person is { IsCollective: false } && noun.PersonToken == noun.Head);
    }

    /// <summary>"Smith retired in May. “He was tired.”": what is said is about the one who did it.</summary>
    private static bool IsOf(Article article, Quotation quotation) => article.Tokens[quotation.First].Word.Text is "he" or "she" or "his" or "her";
}
