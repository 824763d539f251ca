using CasualtyApi.Extraction.Attribution.Sources;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>What a noun phrase must be to speak.</summary>
internal static class SpeakerTest
{
    private const WordClass Time = WordClass.Weekday | WordClass.Month | WordClass.TimeUnit;

    /// <summary>Somebody or some body, or a text that says something: a person, a nation, an organisation, a pronoun, "reports".</summary>
    public static bool CanSpeak(Article article, NounPhrase noun)
    {
        ref readonly var head = ref article.Tokens[noun.Head];
        if ((noun.Determiner & WordClass.Negator) != 0 || article.Tokens[noun.First - 1].Word.Text is "neither" or "nor")
        {
            // "No group claimed responsibility", "neither the army nor the rebels reported losses": nobody says anything.
            return false;
        }

        if (IsTime(article, noun) || IsMoney(article, noun))
        {
            return false;
        }

        if (head.Kind != TokenKind.Word)
        {
            return noun.IsElliptic && noun.Count is not null;
        }

        if (noun.IsPronoun)
        {
            return IsSpeakingPronoun(head);
        }

        return noun.HasName || IsPeople(article, noun) || IsQuantity(article, noun) || IsReport(article, noun)
            || head.Is(WordClass.Organization | WordClass.Country | WordClass.Seat | WordClass.Demonym | WordClass.Title)
            || (noun.Organization is not null && !head.Is(WordClass.NotPeople))
            || IsUnknownName(article, noun) || BodyNouns.KindOf(article, noun.Head) is not null;
    }

    /// <summary>Behind a verb that only speakers take ("said") any noun speaks that is no time and no "this".</summary>
    public static bool CanSay(Article article, NounPhrase noun) =>
        CanSpeak(article, noun)
        || (!noun.IsPronoun && !IsTime(article, noun) && !IsMoney(article, noun) && !article.Tokens[noun.Head].Is(WordClass.Number) && article.Tokens[noun.Head].Kind == TokenKind.Word);

    /// <summary>Its head is a noun for what is said or written ("reports", "the assessment"); not somebody's name ("Sheriff Boone Story").</summary>
    public static bool IsReport(Article article, NounPhrase noun) => !noun.IsPronoun && !(noun.HasName && noun.NameEnd > noun.Head) && article.Tokens[noun.Head].Is(WordClass.ReportingNoun);

    public static bool IsTime(Article article, NounPhrase noun) =>
        article.Tokens[noun.Head].Is(Time) && !noun.HasName || article.Tokens[noun.Head].Word.Text is "today" or "yesterday" or "morning" or "evening" or "afternoon" or "night";

    /// <summary>"$19 million": the sign stands before the amount.</summary>
    private static bool IsMoney(Article article, NounPhrase noun)
    {
        var at = noun.First - 1;
        at -= at > 0 && article.Tokens[at].Kind == TokenKind.Number ? 1 : 0;
        return at >= 0 && article.Tokens[at] is { Kind: TokenKind.Punctuation } sign && CharacterClass.IsCurrency(article.Text[sign.Start]);
    }

    /// <summary>"Some said", "two of them said", "many believe".</summary>
    private static bool IsQuantity(Article article, NounPhrase noun) =>
        article.Tokens[noun.Head].Word.Text is "majority" or "minority" or "percent" or "half" or "number" or "side" or "sides"
        || noun.IsElliptic && (noun.Count is not null || article.Tokens[noun.Head].Word.Text is "some" or "many" or "most" or "few" or "several" or "both" or "all" or "another" or "others");

    private static bool IsPeople(Article article, NounPhrase noun) =>
        noun.Person is { } && noun.PersonToken == noun.Head && !article.Tokens[noun.Head].Is(WordClass.NotPeople);

    private static bool IsSpeakingPronoun(in Token pronoun) =>
        pronoun.Word.Text is "he" or "she" or "they" or "it" or "we" or "i" or "others" or "those" or "these" or "someone" or "everyone";

    /// <summary>A capital in mid-sentence, on a word the vocabulary does not know: "the Daily Bugle", "Quinnipiac".</summary>
    private static bool IsUnknownName(Article article, NounPhrase noun)
    {
        ref readonly var head = ref article.Tokens[noun.Head];
        var hyphenated = noun.Head - 2 >= noun.First && article.IsMark(noun.Head - 1, '-') && article.Tokens[noun.Head - 2].Capitalized;
        return !article.IsUpperCase && (head.Capitalized || hyphenated) && !head.Is(WordClass.Function)
            && (noun.Head > noun.First || !IsSentenceStart(article, noun.Head));
    }

    private static bool IsSentenceStart(Article article, int token) =>
        token == 0 || (article.Tokens[token - 1].Kind == TokenKind.Punctuation && article.Text[article.Tokens[token - 1].Start] is '.' or '!' or '?')
        || article.Tokens[token - 1].Kind == TokenKind.Quote || article.Tokens[token].Has(TokenFlags.LineBreakBefore);
}
