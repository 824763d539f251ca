using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>What a word that can be several things is at its place: told by what stands before and behind it.</summary>
internal ref partial struct NounPhraseReader
{
    /// <summary>"in that city", "said that rebels": the first is a determiner.</summary>
    private readonly bool FollowsVerbOrPreposition() =>
        before.Count > 0 && before[^1].Kind == ChunkKind.Preposition;

    /// <summary>"were in the room that day": a time right behind a noun; but "said that night raids had".</summary>
    private readonly bool IsThatDay() =>
        before is [.., NounPhrase] && tokens[at + 1].Is(WordClass.TimeUnit) && at + 2 < end && (tokens[at + 2].Kind == TokenKind.Punctuation || tokens[at + 2].Is(WordClass.VerbPast | WordClass.Preposition | WordClass.Coordinator));

    private static bool EndsPhrase(in Token token) =>
        token.Is(WordClass.Function & ~WordClass.Coordinator) && !(token.Is(WordClass.Determiner) && token.Word.Text is "other");

    /// <summary>Whether a word that can be a verb is a noun or an adjective at this place.</summary>
    private readonly bool IsNounHere(int index)
    {
        ref readonly var token = ref tokens[index];
        if (index > 0 && token.Is(WordClass.VerbBase) && token.Word.Text is "need" or "require" && tokens[index - 1].Is(WordClass.Casualty))
        {
            // "13 of the wounded need surgery"
            return false;
        }

        if (token.Word.Text == "won" && count is null && determiner == 0 && !token.Capitalized && (head >= 0 || FollowsSubject()))
        {
            // "Her stance won praise": the currency has a number.
            return false;
        }

        var opened = determiner != 0 || count is not null || head >= 0 || index > first;
        var next = tokens[index + 1 < end ? index + 1 : tokens.Length];
        if (index == first && token.Is(WordClass.VerbPast) && (before is [.., { Kind: ChunkKind.Relative }] && (BeginsObject(next) || Particle.Is(next.Word.Text)) || before is [.., { Kind: ChunkKind.Coordinator }] && (next.Is(WordClass.Cardinal) || next.Kind == TokenKind.Number)))
        {
            // "a siege that cost 10,000 lives", "lasted a year and cost 10,000 lives"
            return false;
        }

        if (token.Is(WordClass.VerbS) && next.Word.Text == "to" && token.Word.Verb?.Lemma is "bring" or "raise" or "lift" or "push" && index + 3 < end && (tokens[index + 2].Kind == TokenKind.Number || tokens[index + 2].Is(WordClass.Cardinal)) && tokens[index + 3].Is(WordClass.Article))
        {
            // "The killing raises to 12 the number of"
            return false;
        }

        if (index == first && token.Is(WordClass.VerbS) && before is [_, .., { Kind: ChunkKind.Comma }] && next.Word.Text is "at" or "to" && token.Word.Verb?.Lemma is "stand" or "rise" or "climb" or "jump" or "fall" or "drop" or "increase" && index + 2 < end && (tokens[index + 2].Kind == TokenKind.Number || tokens[index + 2].Is(WordClass.Cardinal)))
        {
            // "The death toll, including six children, stands at 31"
            return false;
        }

        if (index == first && token.Is(WordClass.VerbS) && before is [.., { Kind: ChunkKind.Relative, First: var relative }] && (tokens[relative].Word.Text == "who" || (tokens[relative].Word.Text == "whom" && token.Word.Text == "remains")) && !next.Is(WordClass.Verb))
        {
            // "a doctor who works at the hospital", "one of whom remains in hospital"
            return false;
        }

        if (token.Is(WordClass.VerbIng) && head < 0 && token.Word.Casualty is null && IsDoing(index, next))
        {
            return true;
        }

        if (token.Is(WordClass.VerbIng) && !opened && next.Word.Text is "between" or "from" && index + 2 < end && (tokens[index + 2].Kind == TokenKind.Number || tokens[index + 2].Is(WordClass.Cardinal)))
        {
            // ", killing between 15 and 20 guests"
            return false;
        }

        if (token.Is(WordClass.VerbIng) && !opened && (BeginsObject(next) || (next.Kind == TokenKind.Quote && index + 2 < end && BeginsObject(tokens[index + 2]))))
        {
            // ", killing 12 people", "killing “around 15” people"; but "killings in the north".
            return false;
        }

        if (token.Is(WordClass.VerbIng) && !opened && token.Word.Casualty is not null && next.Is(WordClass.Coordinator) && index + 3 < end
            && tokens[index + 2] is { Word.Casualty: not null } joined && joined.Is(WordClass.VerbIng) && (BeginsObject(tokens[index + 3]) || tokens[index + 3].Kind == TokenKind.Number))
        {
            // ", killing and wounding over 40 people"
            return false;
        }

        if (head >= 0 && token.Is(WordClass.VerbIng) && token.Word.Casualty is not null && BeginsObject(next))
        {
            // "a blast in Mosul killing 12"
            return false;
        }

        if (token.Word.Text == "told")
        {
            // "Many told Reuters"
            return false;
        }

        if (token.Is(WordClass.VerbParticiple | WordClass.VerbIng) && !token.Is(WordClass.Noun | WordClass.PersonNoun))
        {
            if (head >= 0 && token.Word.Text is "monitoring" or "peacekeeping" or "training" or "governing" or "ruling" or "negotiating" or "investigating" && tokens[head].Is(WordClass.Organization | WordClass.Demonym | WordClass.Country) && next.Is(NounLike) && !BeginsObject(next))
            {
                // "the U.N. monitoring mission"
                return true;
            }

            // "two wounded soldiers", "the warring parties", "the killing of"; but "seven wounded in", "rebels killed soldiers".
            if (head >= 0 && (!tokens[head].Is(WordClass.Adjective) || tokens[head].Is(NounLike)))
            {
                return false;
            }

            var nounFollows = index + 1 < end && !BeginsTime(index + 1) && !IsPredicate(index + 1) && (next.Is(NounLike | WordClass.Adjective) || (next.Kind == TokenKind.Word && next.Class == WordClass.None)) && !next.Is(WordClass.Function);
            if (nounFollows || (next.Is(WordClass.VerbIng) && index + 2 < end && IsDoneBefore(index) && IsDoing(index + 1, tokens[index + 2])))
            {
                // "behind closed doors"; "said retired Adm. Lee Hsiang"; "said renewed shelling killed two"
                return opened || IsDoneBefore(index) || IsOfSpeaker(index, next) || (before is [.., { Kind: ChunkKind.Preposition, First: var preposition }] && tokens[preposition].Word.Text is not ("after" or "before" or "since" or "until" or "as") && token.Is(WordClass.VerbParticiple) && token.Word.Casualty is null && next.Word.IsPlural) || (next.Is(WordClass.PersonNoun) && next.Word.IsPlural && token.Is(WordClass.VerbParticiple) && (before.Count == 0 || IsSubjectWith(index) || (index == first && IsBehindSaying())));
            }

            // "a 15-year-old killed a teacher": the age is who did it. "A third lost a leg", "and another wounded": one more.
            return count is null && !IsHarmOfAnother(index) && !((tokens[index - 1].Is(WordClass.Ordinal) || tokens[index - 1].Word.Text == "another") && BeginsObject(next)) && determiner != 0 && head < 0 && age != index - 1 && !token.Is(WordClass.ReportingVerb);
        }

        if (!token.Is(WordClass.Noun | WordClass.PersonNoun | WordClass.Adjective))
        {
            return (determiner & (WordClass.Article | WordClass.Possessive)) != 0 && head < 0
                && (!token.Is(WordClass.VerbS | WordClass.VerbPast) || (index > first && tokens[index - 1].Is(WordClass.Article)));
        }

        if (head < 0)
        {
            if (!opened && token.Is(WordClass.VerbPast) && before is [.., NounPhrase { IsPronoun: true }] && tokens[index - 1].Word.Text is "he" or "she" or "they" or "we" or "i")
            {
                // "They set out claims"
                return false;
            }

            if (next.Word.Text == "out" && token.Is(WordClass.ReportingVerb) && !opened && tokens[index + 2].Word.Text == "that" && FollowsSubject())
            {
                // "she points out that"
                return false;
            }

            // "some note that", ", notes that", "but caution that": before "that" a verb.
            if (next.Word.Text == "that" && token.Is(WordClass.ReportingVerb)
                && (token.Is(WordClass.VerbS) ? before.Count > 0 && before[^1].Kind is ChunkKind.Comma or ChunkKind.Adverb or ChunkKind.Relative or ChunkKind.Close
                    : token.Is(WordClass.VerbBase) && (determiner == WordClass.Determiner || before is [.., { Kind: ChunkKind.Relative }] || (!opened && before is [_, .., { Kind: ChunkKind.Coordinator }]))))
            {
                return false;
            }

            if (!opened && (IsInsertedCue(index) || (GoesOnFromSubject() && token.Word.Reporting is { Class: "accuse" } charge && GovernsPreposition(index, charge))))
            {
                // "a man accused of murder", ", who accused rebels of"
                return false;
            }

            return opened || !(IsNextHarm(index, next) || ((FollowsSubject() || (token.Is(WordClass.VerbBase) && FollowsInfinitive())) && BeginsObjectOf(index, next)) || (GoesOnFromSubject() && BeginsReported(index)));
        }

        // "Kenya accused Somalia": a past form with an object is a verb.
        if (token.Is(WordClass.VerbPast) && BeginsObject(next) && !next.Is(WordClass.PersonNoun))
        {
            return false;
        }

        // "The ministry accused rebels of shelling": the preposition is the verb's.
        if (token.Is(WordClass.VerbPast) && token.Word.Reporting is { Class: "accuse" } accused && GovernsPreposition(index, accused))
        {
            return false;
        }

        if (token.Is(WordClass.PersonNoun) && !next.Is(WordClass.Article | WordClass.Possessive | WordClass.Pronoun | WordClass.Subordinator))
        {
            return true;
        }

        if (count is { Low: not 1 } && token.Is(WordClass.PersonNoun) && token.Word.IsPlural && tokens[head].Is(WordClass.Demonym) && !tokens[head].Word.IsPlural)
        {
            // "1,000 Russian soldiers a day": so many want a plural.
            return true;
        }

        // With a head already there: "officials report that", "the army claims the", but "mortar attacks on".
        var agrees = token.Is(WordClass.VerbS) ? !IsPluralNoun(head) : IsPluralNoun(head) || tokens[head].Is(WordClass.Pronoun);
        if (agrees && before.Count > 0 && before[^1].Kind is ChunkKind.Comma or ChunkKind.Quote && EndsReport(index, IsSpeaker(head)))
        {
            return false;
        }

        agrees = (agrees || AgreesWithFirst(token, next)) && !IsBareDemonym();
        return !(agrees && token.Is(WordClass.VerbS | WordClass.VerbBase) && (BeginsObjectOf(index, next) || (IsSpeaker(head) && BeginsReported(index))));
    }

    /// <summary>"said [retired] Adm. Lee Hsiang", "says [disgraced] senator Tom Hale": between a verb of saying and a title or a role, of whom it is said.</summary>
    private readonly bool IsOfSpeaker(int participle, in Token next) =>
        before is [.., VerbGroup { Reporting: not null, End: var behind }] && behind == participle && next.Is(WordClass.PersonNoun | WordClass.Title) && !next.Word.IsPlural
        && tokens[participle].Is(WordClass.VerbParticiple) && tokens[participle].Word.Casualty is null && !tokens[participle].Is(WordClass.ReportingVerb);

    /// <summary>"said [fighting] in Ituri killed 12", "heavy [fighting] killed": behind a verb of saying, or an adjective, what somebody does is a noun where no object of it follows.</summary>
    private readonly bool IsDoing(int index, in Token next) =>
        (index > first ? (IsOvernight(index - 1) || IsDoneBefore(index - 1) || (tokens[index - 1].Is(WordClass.Adjective) && !tokens[index - 1].Is(WordClass.Adverb | NounLike))) && count is null && !IsPredicateOf(index - 1)
            : IsBehindSaying())
        && (next.Is(WordClass.VerbPast | WordClass.Auxiliary) || (next.Word.Text is "there" or "nearby" && index + 2 < end && tokens[index + 2].Is(WordClass.VerbPast | WordClass.Auxiliary)) || (next.Is(WordClass.Preposition) && next.Word.Text is "in" or "near" or "around" or "between" or "across" or "on" or "at" && GoesOnToVerb(index + 2)));

    private readonly bool IsBehindSaying() => before is [.., VerbGroup { Reporting.Class: "say" or "think" or "claim", Voice: not (Voice.Infinitive or Voice.Passive) }];

    /// <summary>"said [renewed] attacks", "believes [repeated] strikes": a participle that begins what is said.</summary>
    private readonly bool IsDoneBefore(int index) => index == first && IsBehindSaying() && tokens[index] is { Word.Casualty: null } participle && participle.Is(WordClass.VerbParticiple) && !participle.Is(WordClass.Function);

    /// <summary>"[overnight] strikes killed two": said of what happened then.</summary>
    private readonly bool IsOvernight(int index) =>
        tokens[index].Word.Text == "overnight" && index + 1 < end && tokens[index + 1] is var what && what.Is(WordClass.VerbIng | NounLike) && !what.Is(WordClass.Function | WordClass.PersonNoun | WordClass.Name) && !(what.Is(WordClass.VerbIng) && index + 2 < end && BeginsObject(tokens[index + 2]));

    private readonly bool IsPredicateOf(int adjective) => tokens[adjective].Word.Casualty is not null;

    /// <summary>Whether a finite verb follows before a mark.</summary>
    private readonly bool GoesOnToVerb(int from)
    {
        for (var index = from; index < end && index < from + 8 && tokens[index].Kind is TokenKind.Word or TokenKind.Number; index++)
        {
            if (tokens[index].Is(WordClass.VerbPast | WordClass.Auxiliary) && !tokens[index].Is(WordClass.Preposition | WordClass.Subordinator)) return true;
        }

        return false;
    }

    /// <summary>"12 feared dead in Kano": said of those before, and no noun's own.</summary>
    private readonly bool IsPredicate(int index) =>
        tokens[index].Word.Casualty is { Frame: Vocabulary.CasualtyFrame.Predicate } && !(index + 1 < end && CanContinue(index + 1));

    /// <summary>"200 fighters and allied militants were killed": behind nouns and a coordinator, what has a verb of its own is no object.</summary>
    private readonly bool IsSubjectWith(int participle) =>
        before is [.., { Kind: ChunkKind.NounPhrase }, { Kind: ChunkKind.Coordinator }] && tokens[participle].Is(WordClass.Adjective)
        && participle + 2 < end && tokens[participle + 2].Is(WordClass.Be | WordClass.Have);

    /// <summary>Whether nouns follow, and behind them a preposition that the verb takes: "accused rebels of killing".</summary>
    private readonly bool GovernsPreposition(int verb, Vocabulary.ReportingTerm term)
    {
        for (var index = verb + 1; index < end && index < verb + 6; index++)
        {
            if (tokens[index].Is(WordClass.Preposition) && term.Frames.Contains(tokens[index].Word.Text)) return true;
            if (!tokens[index].Is(NounLike | WordClass.Adjective | WordClass.Determiner | WordClass.Article | WordClass.Possessive | WordClass.Cardinal) && !(tokens[index].Class == WordClass.None && tokens[index].Kind == TokenKind.Word) && !IsJoined(index - 1)) return false;
        }

        return false;
    }

    /// <summary>"to kill one man and wound twelve": behind a coordinator, with an infinitive or a modal before.</summary>
    private readonly bool FollowsInfinitive()
    {
        if (before.Count == 0 || before[^1].Kind != ChunkKind.Coordinator)
        {
            return false;
        }

        for (var index = before.Count - 2; index >= 0 && index >= before.Count - 8; index--)
        {
            if (before[index] is VerbGroup verb)
            {
                return verb.Voice == Voice.Infinitive || verb.Modal >= 0;
            }
        }

        return false;
    }

    private readonly bool FollowsSubject() => before.Count > 0 && before[^1].Kind is ChunkKind.NounPhrase;

    private readonly bool BeginsObject(in Token next) =>
        next.Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive | WordClass.Pronoun | WordClass.Subordinator | WordClass.Name | WordClass.Cardinal | WordClass.VagueNumber)
        || (next.Is(WordClass.PersonNoun) && next.Word.IsPlural && !next.Is(WordClass.VerbPast)) || (next.Is(WordClass.Adjective) && !next.Is(WordClass.Noun | WordClass.Verb))
        || (next.Word.CountLeads is not null && next.Word.Text != "in");

    /// <summary>"Strike kills family of 12", "Gunmen kill teacher": headlines leave out articles; but "murder suspects".</summary>
    private readonly bool BeginsObjectOf(int index, in Token next) =>
        BeginsObject(next) || (tokens[index].Word.Casualty is not null && next.Is(WordClass.PersonNoun)
            && (tokens[index].Is(WordClass.VerbS) || (tokens[index].Is(WordClass.VerbBase) && tokens[index].Word.CasualtyNoun is null && EndsObject(index + 2))));

    private readonly bool EndsObject(int index) => index >= end || tokens[index].Kind == TokenKind.Punctuation || tokens[index].Is(WordClass.Preposition | WordClass.Coordinator | WordClass.Subordinator);

    /// <summary>"and another [wounded]", "another [critically] wounded": what befell one more, where no noun follows.</summary>
    private readonly bool IsHarmOfAnother(int index)
    {
        var harm = tokens[index].Is(WordClass.Adverb) && index + 1 < end ? index + 1 : index;
        return index == first + 1 && tokens[first].Word.Text == "another" && before is [.., { Kind: ChunkKind.Coordinator }] && tokens[harm].Is(WordClass.VerbParticiple) && tokens[harm].Word.Casualty is { Frame: CasualtyFrame.Object }
            && !(harm + 1 < end && tokens[harm + 1].Is(NounLike) && !BeginsTime(harm + 1));
    }

    /// <summary>"kills one policeman, [wounds] two": a harm that goes on from another behind a comma.</summary>
    private readonly bool IsNextHarm(int index, in Token next) =>
        tokens[index].Is(WordClass.VerbS) && tokens[index].Word.Casualty is { Frame: CasualtyFrame.Object } && next.Is(WordClass.Cardinal | WordClass.VagueNumber)
        && before is [.., VerbGroup { Casualty.Frame: CasualtyFrame.Object, Voice: Voice.Active }, NounPhrase, { Kind: ChunkKind.Comma }];

    /// <summary>Whether a noun phrase that has begun can go on with this token.</summary>
    private readonly bool CanContinue(int index)
    {
        ref readonly var token = ref tokens[index];
        return token.Kind switch
        {
            TokenKind.Number => true,
            TokenKind.Word => !token.Is(WordClass.Function & ~WordClass.Determiner)
                && (token.Is(NounLike | WordClass.Adjective | WordClass.Number | WordClass.VagueNumber | WordClass.Ordinal) || token.Class == WordClass.None
                    || (token.Is(WordClass.VerbParticiple | WordClass.VerbIng) && index + 1 < end && (tokens[index + 1].Is(NounLike) || (token.Is(WordClass.VerbIng) && index > first && IsDoing(index, tokens[index + 1]))))),
            _ => false,
        };
    }

    private readonly bool IsPluralNoun(int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Word.Class != WordClass.None)
        {
            return token.Word.IsPlural;
        }

        var text = article.TextOf(token);
        return text.Length > 3 && text[^1] is 's' or 'S' && text[^2] is not ('s' or 'S' or 'u' or 'U' or 'i' or 'I');
    }
}
