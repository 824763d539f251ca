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

    /// <summary>What stands behind the last token.</summary>
    private static readonly Token Nothing = new(0, 0, TokenKind.Punctuation, TokenFlags.None, Word.Unknown, WordClass.None);

    private readonly Article article;
    private readonly Token[] tokens;
    private readonly int first;
    private readonly int end;
    private readonly List<Chunk> before;
    private int at;
    private WordClass determiner;
    private CountPhrase? count;
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

    /// <summary>A mark that no noun phrase begins with; currency signs are such, a price counts nobody.</summary>
    public static bool CannotBegin(Article article, int index) => article.Tokens[index].Kind is TokenKind.Punctuation or TokenKind.Quote;

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

        ReadDeterminers();
        while (at < end && ReadWord())
        {
        }

        if (head < 0 && count is null && (determiner & (WordClass.Determiner | WordClass.Possessive)) == 0)
        {
            return null;
        }

        return at == first ? null : Finish();
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

        return new NounPhrase { First = at, End = at + 1, Head = at, IsPronoun = true, IsPlural = token.Word.Text is "they" or "them" or "we" or "us" or "others" or "these" or "those" };
    }

    private void ReadDeterminers()
    {
        TryCount();
        while (at < end && count is null && tokens[at].Kind == TokenKind.Word)
        {
            ref readonly var token = ref tokens[at];
            var isDeterminer = token.Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive)
                && !(token.Is(WordClass.Relative | WordClass.Subordinator) && !(token.Word.Text == "that" && at + 1 < end && tokens[at + 1].Is(NounLike) && !IsPluralNoun(at + 1) && FollowsVerbOrPreposition()));
            if (!isDeterminer)
            {
                return;
            }

            determiner |= token.Class & (WordClass.Article | WordClass.Determiner | WordClass.Possessive | WordClass.Negator);
            at++;
            TryCount();
        }
    }

    private void TryCount()
    {
        if (count is null && at < end && CountReader.TryRead(article, at) is { } read && read.End <= end)
        {
            count = read;
            at = Math.Min(read.Next, end);
        }
    }

    /// <summary>Takes one more token into the phrase, or says that it has ended.</summary>
    private bool ReadWord()
    {
        ref readonly var token = ref tokens[at];
        if (token.Kind == TokenKind.PossessiveMark && head >= 0)
        {
            possessorEnd = head;
            head = personHead = -1;
            at++;
            TryCount();
            return true;
        }

        if (token.Kind is TokenKind.Punctuation or TokenKind.Quote)
        {
            return ReadHyphen() || ReadInsertion();
        }

        // "12 mostly women"; in capitals also a party called by its letters ("1,000 UP MEMBERS").
        if (head < 0 && count is not null && token.Is(WordClass.Adverb) && !token.Is(WordClass.Preposition | NounLike) && at + 1 < end && tokens[at + 1].Is(WordClass.PersonNoun) && tokens[at + 1].Word.IsPlural)
        {
            at++;
            return true;
        }

        if (token.Kind == TokenKind.Number || (token.Is(WordClass.Cardinal) && head < 0))
        {
            return ReadAge() || ReadInnerCount();
        }

        if (token.Word.Text == "others" && head < 0 && count is not null)
        {
            return TakeNoun();
        }

        if (head < 0 && count is not null && token.Word.Text is "more" or "other" or "such")
        {
            at++;
            return true;
        }

        if (token.Kind != TokenKind.Word || (EndsPhrase(token) && !IsSurname(at)))
        {
            return false;
        }

        if (token.Is(WordClass.Coordinator))
        {
            return ReadCoordinatedModifier();
        }

        if (token.Is(WordClass.Number | WordClass.VagueNumber) && !token.Is(NounLike))
        {
            return ReadInnerCount();
        }

        if (token.Is(WordClass.Verb) && (!token.Is(WordClass.Name) || (article.IsUpperCase && token.Is(WordClass.ReportingVerb))) && !IsSurname(at) && !IsNameBeforeVerb(at) && !IsNounHere(at))
        {
            return false;
        }

        if (token.Is(WordClass.Adverb) && !token.Is(NounLike | WordClass.Adjective))
        {
            if (head >= 0 || at + 1 >= end || !tokens[at + 1].Is(WordClass.Adjective | WordClass.VerbParticiple) || (determiner == 0 && count is null))
            {
                return false;
            }

            at++;
            return true;
        }

        if (token.Is(WordClass.Adjective) && !token.Is(NounLike))
        {
            return ReadAdjective();
        }

        // "national security adviser": a modifier before its noun, though it could be a person by itself.
        if (token.Is(WordClass.Adjective) && token.Is(WordClass.PersonNoun) && !token.Word.IsPlural && at + 1 < end && tokens[at + 1].Is(NounLike | WordClass.Adjective) && !tokens[at + 1].Is(WordClass.Function | WordClass.VerbPast))
        {
            personHead = tokens[at].Word.Person!.Kind == PartyKind.People ? personHead : at;
            at++;
            return true;
        }

        return TakeNoun();
    }

    /// <summary>"Loretta E. Lynch": a capital right behind a given name or an initial is a name, whatever else the word can be.</summary>
    private readonly bool IsSurname(int index)
    {
        if (article.IsUpperCase || index == first || !tokens[index].Capitalized || !tokens[index - 1].Capitalized)
        {
            return false;
        }

        // Of the function words only these are surnames too.
        if (tokens[index].Is(WordClass.Function) && tokens[index].Word.Text is not ("may" or "will" or "so" or "no"))
        {
            return false;
        }

        ref readonly var before = ref tokens[index - 1];
        return before.Is(WordClass.GivenName | WordClass.Title) || (before.End - before.Start == 2 && article.Text[before.End - 1] == '.');
    }

    /// <summary>"Lynch said": a capitalised base form right before a finite verb is no verb.</summary>
    private readonly bool IsNameBeforeVerb(int index) =>
        !article.IsUpperCase && head < 0 && index + 1 < end && tokens[index].Capitalized && tokens[index].Is(WordClass.VerbBase)
        && tokens[index + 1].Is(WordClass.VerbPast | WordClass.VerbS) && !tokens[index + 1].Capitalized;

    private bool TakeNoun()
    {
        // A new name or determiner-less noun behind a plural head of people begins another phrase ("told reporters Monday").
        if (head >= 0 && tokens[head].Is(WordClass.PersonNoun) && IsPluralNoun(head) && !tokens[head].Is(WordClass.Demonym)
            && !(tokens[at].Is(WordClass.PersonNoun) && (tokens[at].Word.IsPlural || MustGoOn())))
        {
            return false;
        }

        if (head >= 0 && tokens[at].Is(WordClass.Weekday | WordClass.Month) && tokens[at].Capitalized)
        {
            return false;
        }

        head = at;
        if (tokens[at].Is(WordClass.PersonNoun))
        {
            personHead = at;
        }

        at++;
        return true;
    }

    /// <summary>"a police officer", "a mechanics student": a plural that only modifies, for it has no singular or stands behind "a".</summary>
    private readonly bool MustGoOn() =>
        tokens[head].Word.Person is { } person && (person.Flags.Contains("plural-only") || person.Plural == person.Singular)
        || (determiner != 0 && count is null && tokens[first].Word.Text is "a" or "an");

    private bool ReadAdjective()
    {
        // Behind a head of people an adjective no longer modifies it: "left 12 people dead".
        if (head >= 0 && (at + 1 >= end || !CanContinue(at + 1) || (tokens[head].Is(WordClass.PersonNoun) && !tokens[head].Is(WordClass.Adjective))))
        {
            return false;
        }

        if (head < 0 && determiner == 0 && count is null && (at + 1 >= end || !CanContinue(at + 1)))
        {
            return false;
        }

        if (at + 1 >= end || !CanContinue(at + 1))
        {
            head = at;
        }

        at++;
        return true;
    }

    /// <summary>"12-year-old", "19-month-old": an age before its noun, and no count.</summary>
    private bool ReadAge()
    {
        if (head >= 0 || !IsJoined(at) || at + 2 >= end || !(tokens[at + 2].Is(WordClass.TimeUnit) || tokens[at + 2].Word.AdjectiveKind == "age"))
        {
            return false;
        }

        at += 3;
        while (IsJoined(at - 1) && at + 1 < end)
        {
            at += 2;
        }

        return true;
    }

    /// <summary>A hyphen without spaces behind a token.</summary>
    private readonly bool IsJoined(int index) =>
        index + 2 < end && !tokens[index + 1].SpaceBefore && !tokens[index + 2].SpaceBefore && CharacterClass.IsDash(article.Text[tokens[index + 1].Start]);

    /// <summary>"the other 12 soldiers"; but "killed 12 soldiers Monday 30 others" does not go on.</summary>
    private bool ReadInnerCount()
    {
        if (head >= 0 || count is not null)
        {
            return false;
        }

        var start = at;
        TryCount();
        return at > start;
    }

    /// <summary>Over the hyphen of "anti-government" and "11-year-old".</summary>
    private bool ReadHyphen()
    {
        if (!CharacterClass.IsDash(article.Text[tokens[at].Start]) || tokens[at].SpaceBefore || at + 1 >= end || tokens[at + 1].SpaceBefore
            || at == first || tokens[at + 1].Kind is TokenKind.Punctuation or TokenKind.Quote)
        {
            return false;
        }

        head = at + 1;
        personHead = tokens[head].Is(WordClass.PersonNoun) ? head : personHead;
        at += 2;
        return true;
    }

    /// <summary>"seven [as heard] other people", "two “attackers”": over an editor's words, or the mark that only doubts the noun.</summary>
    private bool ReadInsertion()
    {
        if (head >= 0 || count is null || at + 1 >= end)
        {
            return false;
        }

        var next = at + 1;
        if (tokens[at].Kind != TokenKind.Quote)
        {
            if (!article.IsMark(at, '['))
            {
                return false;
            }

            while (next < end && next < at + 8 && !article.IsMark(next, ']'))
            {
                next++;
            }

            next++;
        }

        if (next >= end || !(tokens[next].Is(WordClass.PersonNoun) || (tokens[next].Word.Text is "other" or "more" && next + 1 < end && tokens[next + 1].Is(WordClass.PersonNoun))))
        {
            return false;
        }

        at = next;
        return true;
    }

    /// <summary>"Russian and North Korean soldiers", "national and local officials": one head, two modifiers.</summary>
    private bool ReadCoordinatedModifier()
    {
        if (head < 0 || tokens[head].Is(WordClass.PersonNoun) || at + 2 >= end || tokens[at].Word.Text is not ("and" or "or")
            || !tokens[head].Is(WordClass.Demonym | WordClass.Adjective | WordClass.PeopleName)
            || !tokens[at + 1].Is(WordClass.Demonym | WordClass.Adjective | WordClass.PeopleName)
            || !tokens[at + 2].Is(NounLike | WordClass.Adjective) || tokens[at + 2].Is(WordClass.Function))
        {
            return false;
        }

        at++;
        return true;
    }

    private readonly NounPhrase Finish()
    {
        var elliptic = head < 0;
        var headToken = elliptic ? at - 1 : head;
        var (nameFirst, nameEnd) = Names.Find(article, first, at, personHead);
        var person = personHead >= 0 ? personHead : -1;
        return new NounPhrase
        {
            First = first,
            End = at,
            Head = headToken,
            Count = count,
            Determiner = determiner,
            Person = person >= 0 ? tokens[person].Word.Person : null,
            PersonToken = person,
            IsPlural = count is { } counted
                ? counted.Low is not 1 || counted.High is not 1
                : !elliptic && (person >= 0 ? IsPluralNoun(person) : nameEnd == nameFirst && IsPluralNoun(headToken)),
            IsElliptic = elliptic,
            Country = Names.Country(article, first, at),
            Organization = Names.Organization(article, first, at),
            NameFirst = nameFirst,
            NameEnd = nameEnd,
            PossessorEnd = possessorEnd,
        };
    }
}
