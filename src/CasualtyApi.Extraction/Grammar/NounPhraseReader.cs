using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>
/// Reads one noun phrase without what hangs behind it: determiner, count, modifiers, head, and the name that follows a
/// role ("White House national security spokesperson John Kirby").
/// </summary>
internal ref partial struct NounPhraseReader
{
    private const WordClass NounLike = WordClass.Noun | WordClass.PersonNoun | WordClass.Name | WordClass.Title | WordClass.NotPeople
        | WordClass.Month | WordClass.Weekday | WordClass.TimeUnit | WordClass.ReportingNoun;

    private readonly Article article;
    private readonly Tokens tokens;
    private readonly int first;
    private readonly int end;
    private readonly List<Chunk> before;
    private int at;
    private WordClass determiner;
    private CountPhrase? count;
    private int age = -1;
    private int head = -1;
    private int possessorEnd = -1;
    private int personHead = -1;

    private NounPhraseReader(Article article, int first, int end, List<Chunk> before)
    {
        this.article = article;
        tokens = article.Tokens;
        this.first = first;
        this.end = end;
        this.before = before;
        at = first;
    }

    /// <summary>A mark that no noun phrase begins with; currency signs are such, a price counts nobody, but ">40" does.</summary>
    public static bool CannotBegin(Article article, int index) =>
        article.Tokens[index].Kind == TokenKind.Quote || (article.Tokens[index].Kind == TokenKind.Punctuation && CountSigns.TryRead(article, index) is null);

    public static NounPhrase? TryRead(Article article, int index, int end, List<Chunk> before)
    {
        var reader = new NounPhraseReader(article, index, end, before);
        return reader.Read();
    }

    private NounPhrase? Read()
    {
        if (ReadPronoun() is { } pronoun)
        {
            return pronoun;
        }

        if (FloatsBehindPlural())
        {
            return null;
        }

        ReadDeterminers();
        while (at < end && ReadWord())
        {
        }

        if (head < 0 && count is null && age >= 0 && (determiner & WordClass.Article) != 0)
        {
            // "a 15-year-old": somebody of that age.
            head = age;
        }

        if (head < 0 && count is null && at <= first + 1 && IsNameThatSays(first + 1))
        {
            head = first;
            at = first + 1;
        }

        if (head < 0 && count is null && (determiner & (WordClass.Determiner | WordClass.Possessive)) == 0)
        {
            return null;
        }

        return at == first ? null : Finish();
    }

    /// <summary>"Young said", "said Strong.": an adjective with a capital and nothing to describe, beside a verb that reports.</summary>
    private readonly bool IsNameThatSays(int behind)
    {
        ref readonly var word = ref tokens[first];
        return !article.IsUpperCase && word.Capitalized && word.Is(WordClass.Adjective) && word.Word.Casualty is null && !word.Is(WordClass.Function | WordClass.Demonym | WordClass.Country | WordClass.Verb)
            && ((behind < end && tokens[behind].Is(WordClass.ReportingVerb) && tokens[behind].Is(WordClass.VerbPast | WordClass.VerbS) && !tokens[behind].Capitalized)
                || (before is [.., VerbGroup { Reporting.Class: "say" }] && (behind >= end || tokens[behind].Kind == TokenKind.Punctuation)));
    }

    private readonly NounPhrase? ReadPronoun()
    {
        ref readonly var token = ref tokens[at];
        if (!token.Is(WordClass.Pronoun))
        {
            return null;
        }

        // "this", "her", "that" are pronouns only where no noun phrase goes on behind them.
        if (token.Is(WordClass.Determiner | WordClass.Possessive | WordClass.Relative | WordClass.Subordinator | WordClass.Adverb)
            && at + 1 < end && (CanContinue(at + 1) || token.Is(WordClass.Relative | WordClass.Adverb)))
        {
            return null;
        }

        return new NounPhrase(at, at + 1) { Head = at, IsPronoun = true, IsPlural = token.Word.Text is "they" or "them" or "we" or "us" or "others" or "these" or "those" };
    }

    /// <summary>"two soldiers [each] lost a leg": of those before, each by himself.</summary>
    private readonly bool FloatsBehindPlural() =>
        tokens[first].Word.Text is "each" or "both" or "all" && first + 1 < end && tokens[first + 1].Is(WordClass.VerbPast | WordClass.Auxiliary) && before is [.., NounPhrase { IsPlural: true }];

    private void ReadDeterminers()
    {
        TryCount();
        while (at < end && count is null && tokens[at].Kind == TokenKind.Word)
        {
            ref readonly var token = ref tokens[at];
            var isDeterminer = token.Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive)
                && !(token.Is(WordClass.Relative | WordClass.Subordinator) && !(token.Word.Text == "that" && at + 1 < end && tokens[at + 1].Is(NounLike) && !IsPluralNoun(at + 1) && (FollowsVerbOrPreposition() || IsThatDay())));
            if (!isDeterminer)
            {
                return;
            }

            if (NotACount.IsRank(article, at))
            {
                // "the No 3 commander"
                determiner |= WordClass.Determiner;
                at += 2;
                return;
            }

            determiner |= token.Class & (WordClass.Article | WordClass.Determiner | WordClass.Possessive | WordClass.Negator);
            at++;
            TryCount();
        }
    }

    private NounPhrase Finish()
    {
        var elliptic = head < 0;
        while (elliptic && count is not null && at - 1 >= count.Next && at < end && tokens[at].Is(WordClass.Casualty) && tokens[at - 1].Is(WordClass.Adverb) && !tokens[at - 1].Is(WordClass.Adjective))
        {
            // "two lightly wounded": the adverb is the verb's.
            at--;
        }

        var headToken = elliptic ? at - 1 : head;
        var (nameFirst, nameEnd) = Names.Find(article, first, at, personHead);
        var person = personHead >= 0 ? personHead : -1;
        return new NounPhrase(first, at)
        {
            Head = headToken,
            Count = count,
            Determiner = determiner,
            Person = person >= 0 ? tokens[person].Word.Person : null,
            PersonToken = person,
            IsPlural = count is { } counted
                ? counted.Low is not 1 || counted.High is not 1
                : !elliptic && (person >= 0 ? IsPluralNoun(person) : nameEnd == nameFirst && IsPluralNoun(headToken)),
            IsElliptic = elliptic,
            Country = Names.Country(article, first, nameEnd > nameFirst ? nameFirst : at),
            Organization = Names.Organization(article, first, at),
            NameFirst = nameFirst,
            NameEnd = nameEnd,
            PossessorEnd = possessorEnd,
        };
    }
}
