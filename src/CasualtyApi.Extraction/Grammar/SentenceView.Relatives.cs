using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>Whom a clause inside a sentence says more about.</summary>
internal sealed partial class SentenceView
{
    /// <summary>How far a clause behind a noun is followed back to that noun.</summary>
    public const int ClauseReach = 24;

    /// <summary>How often one look for a subject goes over such a clause.</summary>
    private const int MostClauses = 4;

    /// <summary>
    /// The chunk of the phrase that a relative pronoun stands for: the nearest before it, though a preposition governs that
    /// ("the funeral of six priests who were killed"), unless only the one before can be people ("the head of the council,
    /// who was killed"); −1 if there is none.
    /// </summary>
    private int AntecedentOf(int relative)
    {
        var at = SkipLeft(relative - 1);
        if (KindAt(at) is ChunkKind.Comma or ChunkKind.Dash)
        {
            at = SkipLeft(at - 1);
        }

        if (KindAt(at) == ChunkKind.Close)
        {
            at = SkipLeft(OpenOf(at) - 1);
        }

        if (IsAge(at))
        {
            // "a boy, perhaps twelve, who"
            at -= 2;
        }

        if (BeforeOfThem(at) is var whole and >= 0)
        {
            at = whole;
        }

        for (var hops = 0; hops < 3 && NounAt(at) is { } phrase && !CanBePeople(phrase) && KindAt(at - 1) == ChunkKind.Preposition && !IsOfTime(at - 1) && NounAt(at - 2) is not null; hops++)
        {
            at -= 2;
        }

        if (NounAt(at) is null)
        {
            return -1;
        }

        if (Named(at) is var named and >= 0)
        {
            return named;
        }

        return IsPreposition(at - 1, "of") && IsPartitive(NounAt(at - 2)) && NounAt(at)!.Count is null ? at - 2 : at;
    }

    /// <summary>
    /// "four officers [that] it had kidnapped": the chunk of the phrase that the clause behind it has as its object; −1 where the
    /// verb is in no such clause.
    /// </summary>
    public int RelativeObjectOf(int verb)
    {
        var subject = SkipLeft(verb - 1);
        if (VerbAt(verb) is not { Voice: Voice.Active or Voice.BareParticiple } || NounAt(subject) is not { } doer || (NounAt(ObjectOf(verb)) is { } other && !Victims.IsTime(this, other)))
        {
            return -1;
        }

        // "told reporters [that] the soldiers killed in May": behind what is said, a bare participle is the soldiers' own.
        var isOwn = VerbAt(verb)!.Voice == Voice.BareParticiple && !doer.IsPronoun;
        if (KindAt(subject - 1) == ChunkKind.Relative && KindAt(subject - 2) == ChunkKind.NounPhrase)
        {
            return WordAt(subject - 1) is "whom" or "who" || (WordAt(subject - 1) is "that" or "which" && !(isOwn && !BeginsWith(subject - 2))) ? AntecedentOf(subject - 1) : -1;
        }

        return KindAt(subject - 1) == ChunkKind.NounPhrase && NounAt(subject - 1) is { IsPronoun: false, Person: not null } people && CanBePeople(people)
            && (doer.IsPronoun || (doer.Determiner & (WordClass.Article | WordClass.Possessive)) != 0 || (doer.Count is null && (doer.Organization is not null || doer.Country is not null || (people.Count is not null && doer.Person is not null))))
            && !(isOwn && ((people.Count is null && people.Determiner == 0) || VerbAt(SkipLeft(subject - 2)) is { Reporting: { Class: not "say" } }))
            ? subject - 1
            : -1;
    }

    /// <summary>"The 12 villagers that gunmen killed": the people with whom the sentence begins, whom nothing is said to.</summary>
    private bool BeginsWith(int at) => SkipLeft(at - 1) < 0 && NounAt(at) is { IsPlural: true, Person: not null };

    /// <summary>"flown to Damascus [after] a blast that": what stands before belongs to another clause.</summary>
    private bool IsOfTime(int preposition) => WordAt(preposition) is "after" or "before" or "following" or "since" or "amid";

    /// <summary>"six priests, five of them Spaniards, who": the chunk of the six; −1 where no such part stands at the place.</summary>
    private int BeforeOfThem(int at)
    {
        var of = NounAt(at) is { IsPronoun: true } ? at - 1 : at - 2;
        return IsPreposition(of, "of") && NounAt(of + 1) is { IsPronoun: true } && NounAt(of - 1) is { IsElliptic: true } && KindAt(of - 2) == ChunkKind.Comma && NounAt(of - 3) is not null
            ? of - 3
            : -1;
    }

    /// <summary>A single body of people or a thing is no antecedent of "who was killed".</summary>
    private bool CanBePeople(NounPhrase phrase) =>
        phrase.Person is { IsCollective: false } || phrase.HasName || phrase.Count is not null || phrase.IsPronoun
        || (phrase.Country is not null && Article.Tokens[phrase.Head].Is(WordClass.Demonym))
        || (phrase.IsPlural && phrase.Person is not null)
        || (Article.Tokens[phrase.Head].Word.AdjectiveKind == "age" && (phrase.Determiner & WordClass.Article) != 0);

    /// <summary>
    /// The chunk before a clause that only describes it: "two women [who worked there]", "a boy [walking to school]", "a man
    /// [accused of theft]"; −1 where a verb is no part of such a clause.
    /// </summary>
    private int BeforeDescription(int verb)
    {
        while (VerbAt(verb) is { Voice: Voice.Infinitive } && VerbAt(SkipLeft(verb - 1)) is not null)
        {
            verb = SkipLeft(verb - 1);
        }

        if (VerbAt(verb) is { Voice: Voice.Ing or Voice.BareParticiple } && KindAt(verb - 1) == ChunkKind.NounPhrase)
        {
            // "the nine students militants abducted": the students.
            return RelativeObjectOf(verb) is >= 0 and var taken ? taken : verb - 1;
        }

        for (var at = verb - 1; at >= 0 && at > verb - ClauseReach; at--)
        {
            switch (KindAt(at))
            {
                case ChunkKind.Relative:
                    return AntecedentOf(at);
                case ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Colon:
                    return -1;
                default:
                    break;
            }
        }

        return -1;
    }

    /// <summary>"a man named Ruiz", "an American identified as Ruiz": the chunk of the noun that the name only completes; −1 if none.</summary>
    private int Named(int at)
    {
        var verb = KindAt(at - 1) == ChunkKind.Preposition && WordAt(at - 1) == "as" ? at - 2 : at - 1;
        return VerbAt(verb) is { Voice: Voice.BareParticiple, Verb.Lemma: "name" or "identify" or "call" or "know" or "nickname" } && NounAt(verb - 1) is { } noun && CanBePeople(noun)
            ? verb - 1
            : -1;
    }

    /// <summary>"the man who shot [the mayor] was killed": the chunk before the clause whose object stands at a place; −1 if none does.</summary>
    private int BeforeClauseOfObject(int at)
    {
        var isSplit = Particle.Is(WordAt(at - 1)) && VerbAt(at - 2) is not null;
        var verb = isSplit ? at - 2 : at - 1;
        if (VerbAt(verb) is { Voice: Voice.Ing, Casualty: null, Reporting: null or { IsWeak: true } } && NounAt(verb - 1) is { } doer && (doer.Person is not null || Article.Tokens[doer.Head].Word.NotPeople is "equipment" or "building" or "event"))
        {
            // "gunmen riding 20 motorcycles killed", "a truck carrying 30 migrants sank", "clashes pitting soldiers against rebels killed"
            return verb - 1;
        }

        if (VerbAt(verb) is not { Reporting: null or { TakesClause: false } } && !isSplit)
        {
            return -1;
        }

        while (VerbAt(verb) is not null || KindAt(verb) == ChunkKind.Adverb)
        {
            verb--;
        }

        return KindAt(verb) == ChunkKind.Relative ? AntecedentOf(verb) : -1;
    }
}
