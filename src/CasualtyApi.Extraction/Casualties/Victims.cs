using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>Whether a noun phrase can be people that something happened to.</summary>
internal static class Victims
{
    /// <summary>People by the phrase's own words: a noun for people, a nation's people, a name, "others", or only a number.</summary>
    public static bool ArePeople(SentenceView view, Victim victim) =>
        (AreSurelyPeople(view, victim) || IsUnknownNoun(view, victim.Who) || IsAnother(view, victim.Who) || AreBoth(view, victim.Phrase)) && !IsModel(view, victim.Who) && !IsInstitution(victim.Who);

    /// <summary>"The regime was fatally wounded": no people's wounds.</summary>
    private static bool IsInstitution(NounPhrase who) => who is { Count: null, Person: { IsCollective: true, Singular: "regime" or "government" or "administration" } };

    /// <summary>"One soldier died and another was wounded": one like those told before.</summary>
    private static bool IsAnother(SentenceView view, NounPhrase who) => (IsTheOther(view, who) || (who.IsElliptic && who.First == who.Head && view.Article.Tokens[who.Head].Word.Text == "another")) && who.First > view.Sentence.First
        && (!view.Article.Tokens[who.First - 1].Is(WordClass.Coordinator) || view.Article.Tokens[who.End].Is(WordClass.Auxiliary | WordClass.VerbPast) || (view.Article.Tokens[who.End].Is(WordClass.Adverb) && who.End + 1 < view.Sentence.End && view.Article.Tokens[who.End + 1].Is(WordClass.VerbPast)))
        && LastTold(view, who.First) is { Person: not null };

    /// <summary>"One was shot; the other, aged 29, died": the second of two.</summary>
    private static bool IsTheOther(SentenceView view, NounPhrase who) =>
        who is { Count: null, Person: null } && who.Head == who.First + 1 && view.Article.Tokens[who.First].Word.Text == "the" && view.Article.Tokens[who.Head].Word.Text == "other"
        && view.At(who.First) is var at && view.KindAt(at - 1) is ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Coordinator && view.NounsBefore(who.First).Any(static one => one is { IsElliptic: true, Count: { Low: 1, High: 1 } });

    /// <summary>"attacked two guards, killing both": the two people told before.</summary>
    private static bool AreBoth(SentenceView view, NounPhrase who) =>
        who is { IsElliptic: true, Count: null } && who.First == who.Head && view.Article.Tokens[who.Head].Word.Text == "both"
        && view.NounsBefore(who.First).FirstOrDefault(static told => told.Count is { Low: 2, High: 2 }) is { Person: not null };

    /// <summary>The nearest phrase before a token that counts somebody or something, or points to it.</summary>
    private static NounPhrase? LastTold(SentenceView view, int token) =>
        view.NounsBefore(token).FirstOrDefault(told => !told.IsPronoun && (told.Count is not null || told.Determiner != 0) && !IsTime(view, told));

    /// <summary>"MH17 was shot down": letters and digits in one word name a flight or a weapon.</summary>
    private static bool IsModel(SentenceView view, NounPhrase who) =>
        view.Article.Tokens[who.Head] is { Kind: TokenKind.Word } head && view.Article.TextOf(head).ContainsAnyInRange('0', '9');

    /// <summary>"one in [three]", "[one] in three soldiers": a share of however many.</summary>
    public static bool IsRatio(SentenceView view, NounPhrase phrase) =>
        phrase.Count is { Relation: CountRelation.Exactly } && view.At(phrase.First) is var at && (IsOneIn(view, at) || IsOneIn(view, at - 2) || (view.IsPreposition(at - 1, "in") && view.NounAt(at - 2) is { IsElliptic: true, Count.Relation: CountRelation.Exactly }));

    private static bool IsOneIn(SentenceView view, int at) =>
        view.NounAt(at) is { IsElliptic: true, Count: { Low: 1, High: 1 } } && view.IsPreposition(at + 1, "in") && view.NounAt(at + 2) is { Count: { Relation: CountRelation.Exactly, Low: > 1 } } of && !IsTime(view, of) && (of.IsElliptic || of.Person is not null);

    /// <summary>A word for people, or a nation's in the plural ("five Palestinians").</summary>
    public static bool IsWordForPeople(Article article, NounPhrase who) => who.Person is not null || (article.Tokens[who.Head].Is(WordClass.Demonym) && who.IsPlural);

    /// <summary>The same for verbs that happen to towns and goods as well ("capture", "evacuate", "lose").</summary>
    public static bool AreSurelyPeople(SentenceView view, Victim victim)
    {
        var who = victim.Who;
        if (view.Article.Tokens[who.Head].Word.Text == "others")
        {
            return true;
        }

        if (who.IsPronoun)
        {
            return IsPersonal(view.Article, who) || (victim.Group is not null && who.IsPlural)
                || view.Article.Tokens[who.Head].Is(WordClass.Negator);
        }

        if (victim.Group is not null && (Wholes.IsTheHarmed(view, who) || IsTheirNumber(view, who)))
        {
            return true;
        }

        if (who.Person is null && view.Article.Tokens[who.Head].Word.AdjectiveKind == "age" && (who.Determiner & WordClass.Article) != 0)
        {
            return true;
        }

        if (IsMeasure(view, victim.Phrase) || IsMeasure(view, who))
        {
            return false;
        }

        if (who.IsElliptic)
        {
            // "millions in losses" are money.
            return !IsMoney(view, victim.End) && (who.Count is not null || (who.Determiner & WordClass.Negator) != 0);
        }

        if (IsOneMore(view.Article, who))
        {
            return true;
        }

        var head = view.Article.Tokens[who.Head];
        if (who.Person is not null)
        {
            return who.PersonToken == who.Head || who.HasName || !head.Is(WordClass.NotPeople | WordClass.Noun);
        }

        if (head.Word.Organization is { Kind: SourceKind.ArmedGroup } && who.Count is { Low: not 1 })
        {
            // "42 Tamil Tigers"
            return true;
        }

        return head.Is(WordClass.Demonym | WordClass.PeopleName) && (who.Count is not null || head.Word.IsPlural || who.Determiner != 0)
            || (head.Word.Casualty?.Frame == CasualtyFrame.Predicate && who.Count is not null)
            || (who.HasName && (who.NameEnd - who.NameFirst > 1 && view.Article.Tokens[who.NameFirst].Is(WordClass.GivenName) || view.Article.Tokens[who.First].Is(WordClass.Title)))
            || (who.HasName && !(who.NameFirst > who.First && view.Article.Tokens[who.NameFirst - 1].Is(WordClass.NotPeople)) && !head.Is(WordClass.NotPeople | WordClass.Country | WordClass.Place | WordClass.Organization));
    }

    /// <summary>"26 of their number".</summary>
    private static bool IsTheirNumber(SentenceView view, NounPhrase who) =>
        who.Head == who.First + 1 && view.Article.Tokens[who.First].Word.Text is "their" or "our" && view.Article.Tokens[who.Head].Word.Text is "number" or "ranks";

    private static bool IsMoney(SentenceView view, int token) =>
        token + 1 < view.Sentence.End && view.Article.Tokens[token].Word.Text == "in" && view.Article.Tokens[token + 1].Word.Text is "losses" or "damage" or "damages";

    /// <summary>"killed two soldiers and wounded a third": one more of those told before.</summary>
    public static bool IsOneMore(Article article, NounPhrase who) =>
        who.Person is null && (who.Determiner & WordClass.Article) != 0 && who.Head == who.First + 1 && article.Tokens[who.Head].Is(WordClass.Ordinal);

    /// <summary>"a fourth death", "a single death": words that make what they stand before one more, or the only one.</summary>
    public static bool BeginsOneMore(Article article, NounPhrase phrase) =>
        article.Tokens[phrase.First].Word.Text is "a" or "an" && (article.Tokens[phrase.First + 1].Is(WordClass.Ordinal) || article.Tokens[phrase.First + 1].Word.Text == "single");

    /// <summary>"he", "her": one person, named before.</summary>
    public static bool IsPersonal(Article article, NounPhrase who) =>
        who.IsPronoun && article.Tokens[who.Head].Word.Text is "he" or "she" or "him" or "her";

    /// <summary>
    /// A noun that the vocabulary does not hold, behind a number or an article: "two campesinos". Only verbs that happen to
    /// nobody but people may rely on it.
    /// </summary>
    private static bool IsUnknownNoun(SentenceView view, NounPhrase who)
    {
        var head = view.Article.Tokens[who.Head];
        return !who.IsElliptic && !who.IsPronoun && !IsMeasure(view, who) && (who.Count is not null || who.Determiner != 0 || who.IsPlural)
            && head.Kind == TokenKind.Word
            && (head.Class == WordClass.None || head.Is(WordClass.Title))
            && who.PossessorEnd < 0;
    }

    /// <summary>"20 years", "415 km southeast".</summary>
    private static bool IsMeasure(SentenceView view, NounPhrase phrase) =>
        phrase.Count is { } count && phrase.Person is null && count.Next < phrase.End && view.Article.Tokens[count.Next] is var unit
        && (unit.Is(WordClass.TimeUnit) || (unit.Is(WordClass.NotPeople) && (count.Next == phrase.Head || unit.Word.NotPeople is "distance" or "weight" or "money" or "time" or "equipment" or "weapon")));

    /// <summary>A day or a span of time behind a verb is not its object ("killed Tuesday").</summary>
    public static bool IsTime(SentenceView view, NounPhrase phrase)
    {
        ref readonly var head = ref view.Article.Tokens[phrase.Head];
        if (head.Word.AdjectiveKind == "age" && (phrase.Determiner & WordClass.Article) != 0)
        {
            // "killed a 15-year-old"
            return false;
        }

        return head.Is(WordClass.Weekday | WordClass.TimeUnit) || (head.Is(WordClass.Month) && phrase.Count is null) || head.Word.NotPeople == "time";
    }
}
