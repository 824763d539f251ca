using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>Which words a noun phrase takes in, one after the other, and where it ends.</summary>
internal ref partial struct NounPhraseReader
{
    /// <summary>Behind a sign, its number and its scale; the same place where none stands.</summary>
    private readonly int BehindPrice()
    {
        if (!CharacterClass.IsCurrency(article.Text[tokens[at].Start]) || at + 2 >= end || tokens[at + 1].Kind != TokenKind.Number)
        {
            return at;
        }

        return tokens[at + 2].Is(WordClass.Number) || tokens[at + 2].Word.Text is "million" or "billion" ? at + 3 : at + 2;
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

        // "“nearly 20,000” fighters": marks around the count alone part it from no noun.
        if (token.Kind == TokenKind.Quote && head < 0 && count is { } marked && marked.Next == at && first > 0 && tokens[first - 1].Kind == TokenKind.Quote && at + 1 < end && CanContinue(at + 1))
        {
            at++;
            return true;
        }

        if (head < 0 && (determiner & (WordClass.Article | WordClass.Possessive)) != 0 && BehindPrice() is var priced && priced > at)
        {
            // "the $2 million bridge"
            at = priced;
            return true;
        }

        if (token.Kind is TokenKind.Punctuation or TokenKind.Quote)
        {
            return ReadHyphen() || ReadInsertion();
        }

        if (head < 0 && count is null && IsOvernight(at))
        {
            at++;
            return true;
        }

        // "12 mostly women"; in capitals also a party called by its letters ("1,000 UP MEMBERS").
        if (head < 0 && (count is not null || (determiner & WordClass.Article) != 0) && token.Is(WordClass.Adverb) && !token.Is(WordClass.Preposition | NounLike) && at + 1 < end && tokens[at + 1].Is(WordClass.PersonNoun))
        {
            at++;
            return true;
        }

        if (token.Kind == TokenKind.Number || (token.Is(WordClass.Cardinal) && head < 0))
        {
            return ReadAge() || ReadOrdinal() || ReadInnerCount();
        }

        if (head < 0 && ((token.Word.Text == "others" && (count is not null || (determiner & WordClass.Article) != 0)) || (token.Is(WordClass.Adverb) && at == first && at + 1 < end && tokens[at + 1].Kind == TokenKind.PossessiveMark)))
        {
            // "12 others", "the others"; "yesterday's attack"
            return TakeNoun();
        }

        if (at > first && !tokens[at - 1].Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive) && (BeginsTime(at) || BeginsClause(at)))
        {
            return false;
        }

        if (head >= 0 && token.Word.Text == "other")
        {
            // "the way other people talk"
            return false;
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

        if (head < 0 && count is not null && token.Is(WordClass.VerbPast) && token.Word.Verb?.Lemma is "suffer" or "sustain")
        {
            // "Three suffered burns": nothing is counted that is suffered.
            return false;
        }

        // "The ministry first said": behind its noun an ordinal is no part of the phrase where a verb follows.
        if (head >= 0 && IsOrdinalOfVerb(at))
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

        if (token.Is(WordClass.Verb) && (!token.Is(WordClass.Name) || (article.IsUpperCase && token.Is(WordClass.ReportingVerb))) && !IsSurname(at) && !IsNameBeforeVerb(at) && !IsNounHere(at) && !IsActing())
        {
            return false;
        }

        if (token.Word.Text is "earlier" or "later" && head < 0 && (determiner & (WordClass.Article | WordClass.Possessive)) != 0 && at + 1 < end && tokens[at + 1].Is(NounLike | WordClass.Cardinal))
        {
            // "an earlier estimate"
            at++;
            return true;
        }

        if (token.Is(WordClass.Adverb) && !token.Is(NounLike | WordClass.Adjective))
        {
            if (head < 0 && at > first && token.Capitalized && !article.IsUpperCase && at + 1 < end && tokens[at + 1].Is(NounLike) && !tokens[at + 1].Capitalized)
            {
                // "the BBC's Today programme"
                at++;
                return true;
            }

            if (head >= 0 || at + 1 >= end || IsHarmOfAnother(at) || !tokens[at + 1].Is(WordClass.Adjective | WordClass.VerbParticiple) || (determiner == 0 && count is null))
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

        // "national security adviser": a modifier before its noun, though it could be a person by itself, as in "the army kills 12".
        if (token.Is(WordClass.Adjective) && token.Is(WordClass.PersonNoun) && !token.Word.IsPlural && at + 1 < end && tokens[at + 1].Is(NounLike | WordClass.Adjective) && !tokens[at + 1].Is(WordClass.Function | WordClass.VerbPast) && tokens[at + 1].Word.Text != "forcibly disappeared" && !IsOrdinalOfVerb(at + 1)
            && !(count is null && tokens[at + 1].Is(WordClass.VerbS) && at + 2 < end && (BeginsObject(tokens[at + 2]) || BeginsReported(at + 1) || (before is [.., { Kind: ChunkKind.Comma or ChunkKind.Quote }] && EndsReport(at + 1, isSaidBySpeaker: true)))))
        {
            // "minor injuries" are no children.
            personHead = tokens[at].Word.Person!.Kind == PartyKind.People || tokens[at].Word.AdjectiveKind == "size" ? personHead : at;
            at++;
            return true;
        }

        return TakeNoun();
    }

    /// <summary>"rose to 28 [last year]", "dead [late Sunday]", "killed 12 [early on Monday]": time, and no part of the phrase before it.</summary>
    private readonly bool BeginsTime(int index)
    {
        if (index + 1 >= end || tokens[index].Word.Text is not ("last" or "this" or "next" or "late" or "early") || tokens[index - 1].Word.Text is "late" or "early")
        {
            return false;
        }

        const WordClass Time = WordClass.TimeUnit | WordClass.Weekday | WordClass.Month;
        return tokens[index + 1].Is(Time) || (tokens[index].Word.Text is "late" or "early" && tokens[index + 1].Word.Text is "last" or "this" or "next") || (tokens[index + 1].Word.Text is "on" or "in" && index + 2 < end && tokens[index + 2].Is(Time));
    }

    /// <summary>"said on Monday [gunmen had killed]", "told Reuters [gunmen had killed]": people behind a day or behind those told, with a verb of their own.</summary>
    private readonly bool BeginsClause(int index) =>
        determiner == 0 && tokens[index].Is(WordClass.PersonNoun) && tokens[index].Word.IsPlural && index + 1 < end && tokens[index + 1].Is(WordClass.Auxiliary | WordClass.VerbPast)
        && (tokens[index - 1].Is(WordClass.Weekday)
            || (tokens[index - 1].Word.Organization is { Kind: SourceKind.Media } && tokens[index].Word.Person!.Kind != PartyKind.Press && before.Count > 0 && before[^1] is VerbGroup { Reporting.Class: "tell" }));

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
        if (Names.IsPersonNounAsSurname(tokens, index))
        {
            return true;
        }

        return before.Is(WordClass.GivenName | WordClass.Title) || (before.End - before.Start == 2 && article.Text[before.End - 1] == '.');
    }

    /// <summary>"Lynch said": a capitalised base form right before a finite verb is no verb.</summary>
    private readonly bool IsNameBeforeVerb(int index) =>
        !article.IsUpperCase && head < 0 && index + 1 < end && tokens[index].Capitalized && tokens[index].Is(WordClass.VerbBase)
        && tokens[index + 1].Is(WordClass.VerbPast | WordClass.VerbS) && !tokens[index + 1].Capitalized;

    private bool TakeNoun()
    {
        // "took a woman [hostage]", "held Ana Ruiz [captive]": what they are taken for, and nobody's name.
        if (head >= 0 && tokens[at].Word.Text is "hostage" or "captive" or "prisoner" && before is [.., VerbGroup { Verb.Lemma: "take" or "hold" or "keep" }] && (tokens[head].Is(WordClass.PersonNoun | WordClass.Name) || tokens[head].Capitalized))
        {
            return false;
        }

        // A new name or determiner-less noun behind a plural head of people begins another phrase ("told reporters Monday").
        if (head >= 0 && tokens[head].Is(WordClass.PersonNoun) && IsPluralNoun(head) && !tokens[head].Is(WordClass.Demonym)
            && !(tokens[at].Is(WordClass.PersonNoun) && (tokens[at].Word.IsPlural || MustGoOn()) && !IsDoer()) && !IsNameOfSite() && !IsOfBody())
        {
            return false;
        }

        // "a figure Ankara rejected": whoever is named right behind the noun has a verb of its own.
        if (head >= 0 && (determiner & WordClass.Article) != 0 && tokens[head].Is(WordClass.ReportingNoun) && !tokens[head].Capitalized
            && tokens[at].Is(WordClass.Seat | WordClass.Country | WordClass.Organization) && tokens[at].Capitalized && at + 1 < end && tokens[at + 1].Is(WordClass.VerbPast | WordClass.VerbS))
        {
            return false;
        }

        // "Local media report that": the media do.
        if (head >= 0 && tokens[head].Word.Text == "media" && tokens[at].Is(WordClass.VerbBase) && tokens[at].Is(WordClass.ReportingNoun) && at + 1 < end && tokens[at + 1].Word.Text == "that")
        {
            return false;
        }

        if (head >= 0 && tokens[at].Is(WordClass.Weekday | WordClass.Month) && tokens[at].Capitalized && !IsSurname(at))
        {
            return false;
        }

        head = at;
        if (tokens[at].Is(WordClass.PersonNoun) && (article.IsUpperCase || !Names.IsPersonNounAsSurname(tokens, at)))
        {
            personHead = at;
        }

        at++;
        return true;
    }

    /// <summary>"the 12 villagers [gunmen killed]": people behind counted people, with a verb of harm of their own; but "12 women soldiers killed", "two Taliban fighters died".</summary>
    private readonly bool IsDoer() =>
        count is not null && personHead == head && !tokens[head].Is(WordClass.Adjective) && tokens[head].Word.Person is { IsCollective: false } counted && !counted.Flags.Contains("plural-only") && !counted.Flags.Contains("status")
        && at + 1 < end && tokens[at + 1].Is(WordClass.VerbPast) && tokens[at + 1].Word.Casualty is { Frame: CasualtyFrame.Object };

    /// <summary>"the Taliban government", "a police statement": a body or what it says, called by people who have no singular.</summary>
    private readonly bool IsOfBody() =>
        count is null && tokens[head].Word.Person is { } people && (tokens[head].Is(WordClass.Organization) || people.Flags.Contains("plural-only") || people.Plural == people.Singular || people.IsCollective)
        && (tokens[at].Is(WordClass.ReportingNoun) && !tokens[at].Is(WordClass.VerbS) && (determiner & WordClass.Article) != 0 || tokens[at].Word.Text is "government" or "administration" or "ministry" or "regime" or "leadership" or "authorities" or "union" or "agency" or "committee" or "commission" or "association" or "council" or "federation" or "department" or "headquarters")
        && !(tokens[at].Is(WordClass.VerbBase) && at + 1 < end && tokens[at + 1].Word.Text == "that");

    /// <summary>"Martyrs Hospital", "the Sudanese Journalists Syndicate": capitals that go on to a building or a body are its name.</summary>
    private readonly bool IsNameOfSite() =>
        !article.IsUpperCase && tokens[at].Capitalized && tokens[head].Capitalized && head > first && (tokens[at].Word.NotPeople == "building" || tokens[at].Word.Text is "syndicate" or "union" or "network" or "association" or "society" or "federation" or "guild" or "club" or "foundation" or "council" or "committee" or "league");

    /// <summary>"a police officer", "a mechanics student": a plural that only modifies, for it has no singular or stands behind "a".</summary>
    private readonly bool MustGoOn() =>
        tokens[head].Word.Person is { } person && (person.Flags.Contains("plural-only") || person.Plural == person.Singular)
        || (determiner != 0 && count is null && tokens[first].Word.Text is "a" or "an");

    /// <summary>"acting governor", "acting regional head": in office for the time being.</summary>
    private readonly bool IsActing() => head < 0 && tokens[at].Is(WordClass.VerbIng) && tokens[at].Word.AdjectiveKind == "status" && at + 1 < end && tokens[at + 1].Is(WordClass.Title | WordClass.PersonNoun | WordClass.Adjective);

    private bool ReadAdjective()
    {
        if (head >= 0 && (IsOfBody() || (tokens[at].Word.Text == "union" && (at + 1 >= end || !CanContinue(at + 1)) && count is null)))
        {
            // "the police union", "the national press union"
            head = at++;
            return true;
        }

        if (at + 1 < end && tokens[at].Word.Text == "forcibly disappeared" && (tokens[at + 1].Kind == TokenKind.Number || tokens[at + 1].Is(WordClass.Cardinal | WordClass.Determiner)))
        {
            // "forcibly disappeared 17 others": what was done to them.
            return false;
        }

        // "Russia's dead": who has them stands before, and nothing behind.
        if (head < 0 && possessorEnd >= 0 && possessorEnd == at - 2 && tokens[possessorEnd].Is(WordClass.Country | WordClass.Seat) && tokens[at].Word.Casualty is { Frame: CasualtyFrame.Predicate } && (at + 1 >= end || !CanContinue(at + 1)))
        {
            head = at++;
            return true;
        }

        // "put the Russian dead at 12,000", "put enemy dead at", "put the cholera dead of the week at 172": what a figure is given for.
        if (at > first && count is null && tokens[at].Word.Casualty is { Frame: CasualtyFrame.Predicate } && at + 1 < end && (tokens[at + 1].Word.Text == "at" || IsFigureBehind(at + 1)) && IsPut())
        {
            head = at++;
            return true;
        }

        // Behind a head of people an adjective no longer modifies it: "left 12 people dead".
        if (head >= 0 && (at + 1 >= end || !CanContinue(at + 1) || (tokens[head].Is(WordClass.PersonNoun) && !tokens[head].Is(WordClass.Adjective))))
        {
            return false;
        }

        // "dismissed as false Tehran's claim".
        if (at == first && before.Count > 0 && article.Tokens[before[^1].First].Word.Text == "as" && at + 1 < end && tokens[at + 1].Is(WordClass.Country | WordClass.Seat | WordClass.Organization))
        {
            return false;
        }

        if (head < 0 && determiner == 0 && count is null && (at + 1 >= end || !CanContinue(at + 1)))
        {
            return false;
        }

        if (at + 1 >= end || !CanContinue(at + 1) || (at + 1 < end && IsOrdinalOfVerb(at + 1))
            || (tokens[at].Is(WordClass.Ordinal) && at + 2 < end && tokens[at + 1].Is(WordClass.VerbPast) && BeginsObject(tokens[at + 2])))
        {
            // "The ministry first said", "a third lost a leg"
            head = at;
        }

        at++;
        return true;
    }

    /// <summary>Whether a phrase of when or where goes on to "at" and a number: "of the past week at 172".</summary>
    private readonly bool IsFigureBehind(int preposition)
    {
        if (!tokens[preposition].Is(WordClass.Preposition)) return false;
        for (var index = preposition + 1; index + 1 < end && index < preposition + 8 && tokens[index].Kind is TokenKind.Word or TokenKind.Number; index++)
        {
            if (tokens[index].Word.Text == "at") return tokens[index + 1].Kind == TokenKind.Number || tokens[index + 1].Is(WordClass.Cardinal);
        }

        return false;
    }

    /// <summary>How many chunks before a figure's noun the verb that puts it may stand.</summary>
    private const int FarthestPut = 24;

    /// <summary>"put [the Russian dead] at 200 and [the Ukrainian dead] at 300".</summary>
    private readonly bool IsPut()
    {
        var verb = before.Count - 1;
        while (verb > 0 && verb > before.Count - FarthestPut && before[verb].Kind is ChunkKind.Coordinator or ChunkKind.Comma or ChunkKind.NounPhrase or ChunkKind.Preposition)
        {
            verb--;
        }

        return verb >= 0 && before[verb] is VerbGroup { Verb.Lemma: "put" or "estimate" } && (verb == before.Count - 1 || before[^1].Kind is ChunkKind.Coordinator or ChunkKind.Comma);
    }

    /// <summary>"first said": when it was said.</summary>
    private readonly bool IsOrdinalOfVerb(int index) =>
        tokens[index].Is(WordClass.Ordinal) && !tokens[index].Capitalized && index + 1 < end && tokens[index + 1].Is(WordClass.VerbPast) && !tokens[index + 1].Is(WordClass.Noun);

    /// <summary>"Russian and North Korean soldiers", "national and local officials": one head, two modifiers.</summary>
    private bool ReadCoordinatedModifier()
    {
        if (count is not null && head >= 0 && tokens[head].Is(WordClass.Organization) && tokens[at].Word.Text is "and" or "or" && IsModifiedPeople(at + 1))
        {
            // "50 UN and aid workers", "19 Hamas and Islamic Jihad militants", "200 Taliban and affiliated fighters": one count, one noun.
            return TakeCoordinator();
        }

        if (head < 0 || tokens[head].Is(WordClass.PersonNoun) || at + 2 >= end || tokens[at].Word.Text is not ("and" or "or")
            || !tokens[head].Is(WordClass.Demonym | WordClass.Adjective | WordClass.PeopleName)
            || !tokens[at + 1].Is(WordClass.Demonym | WordClass.Adjective | WordClass.PeopleName)
            || !tokens[at + 2].Is(NounLike | WordClass.Adjective) || tokens[at + 2].Is(WordClass.Function))
        {
            return false;
        }

        return TakeCoordinator();
    }

    /// <summary>What stands before modifies the noun that is still to come.</summary>
    private bool TakeCoordinator()
    {
        head = -1;
        at++;
        return true;
    }

    /// <summary>A plural of people, whatever modifies it.</summary>
    private readonly bool IsModifiedPeople(int from)
    {
        while (from < end && tokens[from].Is(WordClass.Organization | WordClass.Demonym | WordClass.Adjective | WordClass.VerbParticiple) && !tokens[from].Is(WordClass.Function | WordClass.PersonNoun)) from++;
        return from < end && tokens[from].Is(WordClass.PersonNoun) && tokens[from].Word.IsPlural;
    }
}
