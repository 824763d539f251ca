using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>The neighbours of a phrase in its coordination.</summary>
internal sealed partial class SentenceView
{
    /// <summary>Two phrases that only a comma parts are one and its apposition; the last two of a list have a coordinator.</summary>
    private int PreviousConjunct(int at, bool isFirst)
    {
        if (IsTitleOfNames(at - 1))
        {
            return at - 1;
        }

        var joint = at - 1;
        if (KindAt(joint) == ChunkKind.Coordinator && KindAt(joint - 1) == ChunkKind.Comma)
        {
            joint--;
        }

        if (KindAt(joint) is not (ChunkKind.Coordinator or ChunkKind.Comma) || WordAt(at - 1) is "but" or "nor"
            || (isFirst && KindAt(at - 1) != ChunkKind.Coordinator && !IsHeadlineList(at)))
        {
            return -1;
        }

        // "11 civilians, among them a boy, and one soldier"
        var isFinite = VerbAt(SkipRight(OverOf(at + 1))) is { Voice: Voice.Passive or Voice.Active };
        var before = isFinite && KindAt(joint) == ChunkKind.Comma && BeforeIncluded(joint) is >= 0 and var whole ? whole : BeforeInsertion(joint - 1);
        if (IsPreposition(before - 1, "among") && NounAt(before) is { IsPronoun: true })
        {
            // "12 people died, two nurses among them, and 19 others were hurt": those are told of already.
            return -1;
        }

        while (KindAt(before) == ChunkKind.NounPhrase && KindAt(before - 1) == ChunkKind.Preposition && !BeginsClause(before - 1) && KindAt(before - 2) == ChunkKind.NounPhrase)
        {
            before -= 2;
        }

        if (KindAt(before) != ChunkKind.NounPhrase || IsCasualty(before) || (NounAt(before) is { Count: null, Determiner: 0 } what && what.First == what.Head && Article.Tokens[what.Head].Word.Casualty is { Frame: Vocabulary.CasualtyFrame.Predicate } && VerbAt(before - 1) is { Verb.Lemma: "make" or "leave" or "render" } or { IsAuxiliaryOnly: true }))
        {
            // "were made homeless, and fifty prisoners were killed": what they were made is nobody.
            return -1;
        }

        if (KindAt(at - 1) == ChunkKind.Comma && KindAt(before - 1) == ChunkKind.Coordinator)
        {
            // "In clashes between soldiers and rebels, five farmers and a boy died": that list has ended.
            return -1;
        }

        if (KindAt(at - 2) == ChunkKind.Comma && KindAt(before - 1) == ChunkKind.Comma && BeforeInsertion(before - 2) is var named && KindAt(named - 1) != ChunkKind.Preposition && IsApposition(named, before - 1) && AfterApposition(before - 1) is var rest && rest <= at - 1)
        {
            // "Ana Ruiz, a nurse, and two boys were killed": the nurse is she.
            before = named;
        }

        // ", with 28 civilians and nine soldiers wounded": a clause of its own.
        return IsGoverned(before) && !(IsPreposition(before - 1, "with") && KindAt(before - 2) == ChunkKind.Comma) ? BeforeClauseOf(before) : before;
    }

    /// <summary>"Man, woman shot dead in Kano": a headline's comma is an "and".</summary>
    private bool IsHeadlineList(int at) => at == 2 && KindAt(1) == ChunkKind.Comma && IsBareOne(0) && IsBareOne(2) && VerbAt(3) is not null;

    private bool IsBareOne(int at) => NounAt(at) is { Determiner: 0, Count: null, IsPlural: false, HasName: false, Person.Singular: "man" or "woman" or "boy" or "girl" or "mother" or "son" or "daughter" or "child" or "baby" or "teenager" } one && one.First == one.Head;

    private int NextConjunct(int at, bool isOpen)
    {
        if (IsTitleOfNames(at))
        {
            return at + 1;
        }

        var joint = AfterInsertion(at + 1);
        joint = AfterParts(AfterRelative(joint, isCounted: NounAt(at)!.Count is not null));
        joint = IsInDecade(joint) ? AfterInsertion(joint + 2) : joint;
        while (KindAt(joint) == ChunkKind.Preposition && KindAt(joint + 1) == ChunkKind.NounPhrase && (WordAt(joint) is not ("including" or "besides" or "in" or "on" or "at" or "during" or "near") || (NounAt(at) is { IsPronoun: true } && joint == at + 1) || (joint > at + 2 && KindAt(joint - 1) == ChunkKind.Comma)))
        {
            joint = AfterInsertion(joint + 2);
        }

        if (IsApposition(at, joint))
        {
            joint = AfterApposition(joint);
        }
        else if (KindAt(joint) == ChunkKind.Comma && IsNameOf(at, joint + 1))
        {
            joint = AfterInsertion(joint + 2);
        }

        if (KindAt(joint) is ChunkKind.Comma or ChunkKind.Stop && KindAt(joint + 1) == ChunkKind.Coordinator && IsListed(at, joint, joint + 2))
        {
            joint++;
            if (KindAt(at - 1) != ChunkKind.Comma && HasOwnVerb(LastWith(joint + 1)))
            {
                // "killed two rebels, and a nurse and 20 civilians were hurt"
                return -1;
            }
        }

        if (joint == at + 1 && WordAt(joint) == "as well" && IsPreposition(joint + 1, "as") && NounAt(joint + 2) is { Person: not null, Determiner: WordClass.Article or WordClass.None } && !HasOwnVerb(joint + 2))
        {
            // "15 men as well as a child"
            return joint + 2;
        }

        if (KindAt(joint) == ChunkKind.Colon && NounAt(joint + 1) is { HasName: true })
        {
            // "three reporters: Ana Ruiz, …"
            return joint + 1;
        }

        if (KindAt(joint) == ChunkKind.Coordinator && BetweenBefore(joint) >= 0)
        {
            return -1;
        }

        if (KindAt(joint) == ChunkKind.Coordinator && joint == at + 1 && IsPreposition(at - 1, "of") && IsPreposition(joint + 1, "of") && NounAt(joint + 2) is { Count: not null, Person: not null } or { IsPlural: false, Person: not null })
        {
            // "the bodies of a monk and of two boys"
            return joint + 2;
        }

        return KindAt(joint) is ChunkKind.Coordinator or ChunkKind.Comma or ChunkKind.Stop && KindAt(joint + 1) == ChunkKind.NounPhrase && WordAt(joint) != "but"
            && !(KindAt(joint) == ChunkKind.Comma && Speaks(joint + 1))
            && IsListed(at, joint, joint + 1) && !IsOfThem(joint + 1) && ((isOpen && KindAt(joint) == ChunkKind.Coordinator) || !HasOwnVerb(joint + 1))
            ? joint + 1
            : -1;
    }

    /// <summary>"a link between the killers of six priests and the guerrillas": the "and" of a "between" that still waits for it.</summary>
    private int BetweenBefore(int joint)
    {
        for (var at = joint - 1; at >= 0 && at > joint - ClauseReach && KindAt(at) is not (ChunkKind.Coordinator or ChunkKind.Stop); at--)
        {
            if (IsPreposition(at, "between")) return at;
        }

        return -1;
    }

    /// <summary>The chunk of the "between" that a phrase is the second of; −1 where it is of none.</summary>
    public int BetweenOf(int at) => KindAt(at - 1) == ChunkKind.Coordinator ? BetweenBefore(at - 1) : -1;

    /// <summary>"a man [in his 80s] and a boy".</summary>
    private bool IsInDecade(int preposition) => IsPreposition(preposition, "in") && NounAt(preposition + 1) is { } decade && ReferenceEquals(Article.Tokens[decade.Head].Word, Word.Decade);

    /// <summary>
    /// "11 soldiers who were going home on leave, two officers and", "a nurse who was on her way home, a boy and his mother": the comma that ends what is said of the first
    /// and goes on to a number, or to the rest of the list; the same chunk elsewhere.
    /// </summary>
    private int AfterRelative(int relative, bool isCounted)
    {
        if (KindAt(relative) != ChunkKind.Relative || VerbAt(SkipRight(relative + 1)) is not { Casualty: null, Reporting: null } || NounAt(ObjectOf(SkipRight(relative + 1))) is { Person: not null } or { Count: not null })
        {
            return relative;
        }

        var at = OverPhrases(SkipRight(relative + 1) + 1);
        return KindAt(at) == ChunkKind.Comma && ((isCounted && NounAt(at + 1) is { Count: not null, Person: not null } && !HasOwnVerb(at + 1)) || (IsRestOfList(at) && !Chunks.Skip(relative).Take(at - relative).Any(static chunk => chunk is NounPhrase { IsPronoun: false, Person: not null }))) ? at : relative;
    }

    /// <summary>", a boy and his mother.": people that commas and an "and" join, up to the end.</summary>
    private bool IsRestOfList(int comma)
    {
        var isJoined = false;
        var at = comma;
        while (KindAt(at) is ChunkKind.Comma or ChunkKind.Coordinator)
        {
            at += KindAt(at) == ChunkKind.Comma && KindAt(at + 1) == ChunkKind.Coordinator ? 1 : 0;
            isJoined |= WordAt(at) == "and";
            if (NounAt(at + 1) is not { Person: not null } and not { HasName: true }) return false;
            at = OverOf(AfterInsertion(at + 2));
        }

        return isJoined && EndsBefore(at);
    }

    /// <summary>"44 people, among them 20 children, in Dembi and 179 in Tarsogo": behind the comma that ends the parts, where a place follows; the same chunk elsewhere.</summary>
    private int AfterParts(int comma)
    {
        if (KindAt(comma) != ChunkKind.Comma || KindAt(comma + 1) != ChunkKind.Preposition || WordAt(comma + 1) is not ("including" or "among"))
        {
            return comma;
        }

        var at = comma + 2;
        while (KindAt(at) is ChunkKind.NounPhrase or ChunkKind.Coordinator)
        {
            at++;
        }

        return KindAt(at) == ChunkKind.Comma && KindAt(at + 1) == ChunkKind.Preposition && WordAt(at + 1) is "in" or "at" or "near" or "on" && KindAt(at + 2) == ChunkKind.NounPhrase ? at + 1 : comma;
    }

    /// <summary>"a nurse and 20 civilians": the last that an "and" without a comma joins.</summary>
    private int LastWith(int at)
    {
        while (KindAt(at) == ChunkKind.NounPhrase && KindAt(at + 1) == ChunkKind.Coordinator && KindAt(at + 2) == ChunkKind.NounPhrase)
        {
            at += 2;
        }

        return at;
    }

    /// <summary>"killed 15 miners, a community leader, Musa Bello, said", "…, residents and officials said": who stands behind the comma tells it.</summary>
    private bool Speaks(int noun)
    {
        var at = noun;
        for (var hops = 0; hops < 3; hops++)
        {
            at = SkipRight(OverOf(at + 1));
            at = hops > 0 && KindAt(at) == ChunkKind.Comma && VerbAt(at + 1) is not null ? at + 1 : at;
            if (VerbAt(at) is { Voice: Voice.Ing, Reporting: null } && VerbAt(OverPhrases(at + 1)) is not null)
            {
                // ", residents reaching the town said"
                at = OverPhrases(at + 1);
            }

            if (VerbAt(at) is { } verb)
            {
                return verb is { Reporting: not null, Voice: Voice.Active or Voice.BareParticiple };
            }

            if (KindAt(at) == ChunkKind.Relative && NounAt(noun) is { Person: not null })
            {
                // ", a nurse who was there said."
                return EndsOnReport(at);
            }

            if (KindAt(at) is not (ChunkKind.Comma or ChunkKind.Coordinator) || NounAt(at + 1) is null)
            {
                return false;
            }

            at++;
        }

        return false;
    }

    /// <summary>Whether the sentence ends on a report behind a relative clause.</summary>
    private bool EndsOnReport(int relative)
    {
        var end = relative + 1;
        while (end < Chunks.Count && end < relative + ClauseReach && KindAt(end) is not (ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Colon or ChunkKind.Other))
        {
            end++;
        }

        return VerbAt(end - 1) is { Reporting.IsWeak: false, Voice: Voice.Active or Voice.BareParticiple } && end - 1 > SkipRight(relative + 1);
    }

    /// <summary>"a settler, Meir Tamari, near Hermesh", "his adjutant, Lieutenant Marko Dodik": who he is, and then his name.</summary>
    private bool IsNameOf(int who, int name) =>
        NounAt(who) is { HasName: false, Count: null, IsPlural: false, Determiner: not 0 } what && (what.Person is { IsCollective: false } || (what.Person is null && Article.Tokens[what.Head].Word.Text is "owner" or "assistant" or "tenant" or "proprietor")) && NounAt(name) is { HasName: true, Count: null, Determiner: 0 } named && (named.Person is null || named.Person.Flags.Contains("rank"));

    /// <summary>"six priests, five of them Spaniards", "four children, the youngest of them two": a part of what stands before.</summary>
    private bool IsOfThem(int at) => (NounAt(at) is { IsElliptic: true } || (WordAt(at) == "the" && NounAt(at) is { Person: null, Count: null })) && IsPreposition(at + 1, "of") && (NounAt(at + 2) is { IsPronoun: true } || KindAt(at + 2) == ChunkKind.Relative);

    /// <summary>A semicolon parts the members of a list only where each of them is one person.</summary>
    private bool IsListed(int at, int joint, int next) =>
        KindAt(joint) != ChunkKind.Stop
        || (Article.IsMark(Chunks[joint].First, ';') && IsOne(at) && IsOne(next) && !HasOwnVerb(next));

    private bool IsOne(int at) => NounAt(at) is { IsPlural: false, IsPronoun: false, IsElliptic: false } one && (one.HasName || one.Person is { IsCollective: false });

    /// <summary>"12 dead, 30 wounded": a phrase that has its own casualty word is no victim of the next.</summary>
    private bool IsCasualty(int noun) => Article.Tokens[NounAt(noun)!.Head] is { Word.Person: null } head && head.Is(WordClass.Casualty);

    /// <summary>"in Mosul, a man": what a preposition or a participle governs is no member of the list behind it.</summary>
    private bool IsGoverned(int noun) =>
        (KindAt(noun - 1) == ChunkKind.Preposition && !BeginsClause(noun - 1)) || (KindAt(noun - 1) == ChunkKind.Close && KindAt(OpenOf(noun - 1) - 1) is not (ChunkKind.Stop or ChunkKind.Dash) && OpenOf(noun - 1) > 0) || (VerbAt(noun - 1) is { Voice: Voice.Ing } && KindAt(noun - 2) == ChunkKind.Preposition);

    /// <summary>"two days after six monks were killed": a preposition that can also begin a clause.</summary>
    private bool BeginsClause(int preposition) => WordAt(preposition) is "after" or "before" or "since" or "until";

    /// <summary>"two men who acted as guards and a clerk were": the chunk before the clause that ends with the phrase; −1 if there is none.</summary>
    private int BeforeClauseOf(int noun)
    {
        var verb = noun - 1;
        while (KindAt(verb) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb)
        {
            verb--;
        }

        return VerbAt(verb) is not null && KindAt(SkipLeft(verb - 1)) == ChunkKind.Relative ? AntecedentOf(SkipLeft(verb - 1)) : -1;
    }
}
