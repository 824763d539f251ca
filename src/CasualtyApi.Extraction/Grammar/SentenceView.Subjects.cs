using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>Whose verb a verb is.</summary>
internal sealed partial class SentenceView
{
    /// <summary>
    /// The chunk of the noun phrase that is the subject of a verb: the nearest to its left that hangs on no preposition,
    /// over relative pronouns and over verbs that share the subject; −1 if there is none.
    /// </summary>
    public int SubjectOf(int verb)
    {
        var joint = SkipLeft(verb - 1);
        if (KindAt(joint) == ChunkKind.Coordinator)
        {
            // "attacked the town and killed": two verbs, one subject, whatever object stands between them.
            var other = OverAside(OverReport(PreviousVerb(joint), joint));
            if (other >= 0)
            {
                return VerbAt(other)!.Voice == Voice.BareParticiple && KindAt(SkipLeft(other - 1)) == ChunkKind.NounPhrase && ObjectOf(other) < 0
                    ? NounBefore(other)
                    : SubjectOf(other);
            }
        }

        if (KindAt(joint) is ChunkKind.Preposition or ChunkKind.Subordinator && WordAt(joint) is "after" or "before" or "since" or "while" or "when" && Article.Tokens[Chunks[verb].First].Word.Text == "being" && VerbBefore(joint) is >= 0 and var meanwhile)
        {
            // "residents reached the town after being driven from their homes"; but "found two girls after being abducted"
            return VerbAt(meanwhile) is { Voice: not Voice.Passive, Verb.Lemma: "find" or "rescue" or "free" or "release" or "recover" or "treat" or "identify" or "discover" or "locate" or "evacuate" or "return" } && ObjectOf(meanwhile) is >= 0 and var found ? found : SubjectOf(meanwhile);
        }

        if (FormerOfList(verb, joint) is var former and >= 0)
        {
            return SubjectOf(former);
        }

        if (FormerDone(verb, joint) is var done and >= 0)
        {
            return SubjectOf(done);
        }

        if (VerbAt(joint) is { } governing && Article.Tokens[Chunks[verb].First].Word.Text == "to")
        {
            // "are believed to have been killed": the infinitive has its governor's subject.
            return governing.Voice == Voice.BareParticiple ? NounBefore(joint) : SubjectOf(joint);
        }

        if (IsInsertedReport(joint) && KindAt(SkipLeft(joint - 2)) is ChunkKind.Relative or ChunkKind.NounPhrase)
        {
            // "33 the army says are dead", "12 who the army says were killed": the report stands inside the clause.
            var told = SkipLeft(joint - 2);
            return KindAt(told) == ChunkKind.Relative ? AntecedentOf(told) : told;
        }

        if (KindAt(joint) == ChunkKind.Relative && AntecedentOf(joint) is var antecedent and >= 0)
        {
            return antecedent;
        }

        var clauses = 0;
        for (var at = KindAt(joint) == ChunkKind.Comma ? BeforeParenthesis(joint) : verb - 1; at >= 0; at--)
        {
            switch (Chunks[at].Kind)
            {
                case ChunkKind.NounPhrase when at > 0 && Chunks[at - 1].Kind == ChunkKind.Other && Victims.IsTime(this, NounAt(at)!):
                    // "those who fled on 4 July were killed"
                    break;
                case ChunkKind.NounPhrase when KindAt(at - 1) == ChunkKind.NounPhrase && NounAt(at)!.Count is null && Victims.IsTime(this, NounAt(at)!):
                    // "200 children a day were dying"
                    break;
                case ChunkKind.NounPhrase when KindAt(at - 1) == ChunkKind.NounPhrase && WordAt(at + 1) == "old" && Victims.IsTime(this, NounAt(at)!):
                    // "children between five and seven years old were killed"
                    break;
                case ChunkKind.NounPhrase when WordAt(at) is "himself" or "herself" or "itself" or "themselves" && KindAt(at - 1) == ChunkKind.NounPhrase:
                    // "The sergeant himself was maimed"
                    break;
                case ChunkKind.NounPhrase when Named(at) is var named and >= 0:
                    return named;
                case ChunkKind.NounPhrase when BeforeClauseOfObject(at) is var head and >= 0:
                    at = head + 1;
                    break;
                case ChunkKind.NounPhrase when VerbAt(at - 1) is { Voice: Voice.Ing } && KindAt(at - 2) == ChunkKind.Subordinator && VerbAt(at - 3) is not null && KindAt(at - 4) == ChunkKind.Relative:
                    // "two medics who disappeared while evacuating civilians were killed"
                    at -= 2;
                    break;
                case ChunkKind.NounPhrase when IsWhatFor(at - 1, verb):
                    // "rebels accused of abducting 12 girls were killed"
                    at -= 3;
                    break;
                case ChunkKind.NounPhrase when KindAt(SkipLeft(at - 1)) == ChunkKind.Preposition:
                    if ((VerbAt(verb)!.Voice is Voice.Active or Voice.Passive || (VerbAt(verb)!.Voice == Voice.BareParticiple && at == verb - 1 && ObjectOf(verb) >= 0)) && HasClauseOfItsOwn(SkipLeft(at - 1), at))
                    {
                        return at;
                    }

                    at = SkipLeft(at - 1);
                    if (IsPreposition(at, "of") && IsPartitive(NounAt(at - 1)))
                    {
                        if (BeforeClauseOfObject(at - 1) is >= 0 and var whose)
                        {
                            // "soldiers who survived the ambush that killed nine of their comrades were evacuated"
                            at = whose + 1;
                            break;
                        }

                        if (!IsPreposition(at - 2, "of"))
                        {
                            return at - 1;
                        }

                        // "a nephew of one of the crew died"
                        at--;
                        at = SkipLeft(at - 1);
                    }

                    break;
                case ChunkKind.NounPhrase when at == joint && VerbAt(at - 1) is { Voice: Voice.Infinitive } told && VerbAt(at - 2) is { Voice: Voice.BareParticiple } sent && (sent.Reporting is null || told.IsPerfect) && KindAt(at - 3) == ChunkKind.NounPhrase:
                    // "A regiment sent to retake the village suffered", "a man believed to have killed nine villagers was shot"
                    return at - 3;
                case ChunkKind.NounPhrase when IsAge(at) && NounAt(at - 2)!.HasName:
                    // "Ana Ruiz, 31, of Lima was killed"
                    return at - 2;
                case ChunkKind.NounPhrase when GovernedConjunct(at) is >= 0 and var preposition:
                    at = preposition;
                    break;
                case ChunkKind.NounPhrase:
                    return at;
                case ChunkKind.VerbGroup when IsReducedRelative(at, verb):
                    break;
                case ChunkKind.VerbGroup when IsWhatFor(at, verb):
                    // "ten people accused of spying were executed"
                    at -= 2;
                    break;
                case ChunkKind.VerbGroup when !SharesSubject(at, verb):
                    if (++clauses > MostClauses || BeforeDescription(at) is not (var described and >= 0))
                    {
                        return -1;
                    }

                    at = described + 1;
                    break;
                case ChunkKind.Stop or ChunkKind.Colon:
                    return -1;
                case ChunkKind.Close:
                    at = OpenOf(at);
                    break;
                case ChunkKind.Dash:
                    at = OtherDash(at, -1);
                    break;
                default:
                    break;
            }
        }

        return -1;
    }

    /// <summary>"a day after 14 soldiers were killed", "as 14 soldiers were killed"; but "the man shot after the attack was killed", "two men working as drivers were killed".</summary>
    private bool HasClauseOfItsOwn(int preposition, int at) =>
        (BeginsClause(preposition) || (WordAt(preposition) == "as" && NounAt(at)!.Count is not null)) && CanBePeople(NounAt(at)!) && !Victims.IsTime(this, NounAt(at)!);

    /// <summary>"Twelve people – among them three children – were killed": the dash that belongs to one, before it or behind; itself where there is none.</summary>
    /// <param name="dash">The one that is known.</param>
    /// <param name="step">1 where it opens, −1 where it closes.</param>
    public int OtherDash(int dash, int step)
    {
        for (var at = dash + step; at > 0 && at < Chunks.Count && Chunks[at].Kind is not (ChunkKind.Stop or ChunkKind.Colon); at += step)
        {
            if (Chunks[at].Kind == ChunkKind.Dash) return at;
        }

        return dash;
    }

    /// <summary>
    /// The chunk of the noun that a participle hangs on: the one right before it, though a preposition governs that
    /// ("estimates of 1,000 soldiers killed"); else its subject.
    /// </summary>
    public int NounBefore(int participle)
    {
        var before = SkipLeft(participle - 1);
        if (KindAt(participle - 1) == ChunkKind.Quote && VerbAt(before) is { IsAuxiliaryOnly: true })
        {
            // "had been “martyred”": the mark stands inside the verb.
            return SubjectOf(before);
        }

        if (KindAt(before) != ChunkKind.NounPhrase)
        {
            // "were found executed", "are feared killed": the subject of the verb that tells of it.
            return VerbAt(before) is { Voice: Voice.Passive, Verb.Lemma: "find" or "fear" or "report" or "believe" or "presume" or "confirm" or "leave" or "declare" } ? SubjectOf(before) : SubjectOf(participle);
        }

        // "one of the clerks killed", but of "four of the six clerks killed" the six; "six soldiers from Chad killed".
        return (IsPreposition(before - 1, "of") && IsPartitive(NounAt(before - 2)) && NounAt(before)!.Count is null) || IsHomeOf(before) ? before - 2 : before;
    }

    /// <summary>"six soldiers from Chad": a place by whose name those before it are told.</summary>
    private bool IsHomeOf(int place) =>
        IsPreposition(place - 1, "from") && NounAt(place) is { Count: null, Person: null } home && Article.Tokens[home.Head].Is(WordClass.Country | WordClass.Place) && NounAt(place - 2) is { Count: not null, Person: not null };

    /// <summary>"23 people, among them nine children, died": the chunk before the comma that opened what this one closes.</summary>
    private int BeforeParenthesis(int comma)
    {
        if (BeforeIncluded(comma) is var whole and >= 0)
        {
            return whole;
        }

        for (var at = comma - 1; at > 0; at--)
        {
            if (Chunks[at].Kind == ChunkKind.Comma && at + 3 == comma && KindAt(at + 1) == ChunkKind.Coordinator && NounAt(at + 2) is not null)
            {
                // "Two civilians, and seven militants, were killed": no insertion, but more of them.
                return at + 2;
            }

            if (Chunks[at].Kind == ChunkKind.Comma && at + 2 == comma && NounAt(at + 1) is { Count: not null, IsPlural: true, Person: not null } && NounAt(at - 1) is { Count: null, Person: null, HasName: false, IsPlural: false })
            {
                // "the whole village, some 1,100 people, had fled": as many as live there.
                return at + 1;
            }

            if (Chunks[at].Kind == ChunkKind.Comma)
            {
                // "Ana Ruiz, 31, a teacher, was killed": over every insertion back to the name.
                return at > 2 && (IsAge(at - 1) || IsApposition(at - 1)) ? at - 3 : at - 1;
            }
        }

        return comma - 1;
    }

    /// <summary>"71 people, including staff, conscripts and relatives, were killed": the chunk before a list of parts that the comma closes; −1 where it closes none.</summary>
    private int BeforeIncluded(int comma)
    {
        for (var at = comma - 1; at > 1 && at > comma - ClauseReach && KindAt(at) is ChunkKind.NounPhrase or ChunkKind.Comma or ChunkKind.Coordinator or ChunkKind.Preposition || VerbAt(at) is { Voice: Voice.Ing }; at--)
        {
            if (KindAt(at - 1) == ChunkKind.Comma && (IsPreposition(at, "including") || (IsPreposition(at, "among") && NounAt(at + 1) is { IsPronoun: true })))
            {
                return at - 2;
            }
        }

        return -1;
    }

    /// <summary>"was shot, her mother said, and died": the verb before what only tells who says it; the same where nothing does.</summary>
    private int OverReport(int verb, int joint) =>
        VerbAt(verb) is { Reporting: not null, Voice: Voice.Active or Voice.BareParticiple } && verb == joint - 2 && KindAt(joint - 1) == ChunkKind.Comma && NounAt(verb - 1) is { Count: null } && KindAt(verb - 2) == ChunkKind.Comma
            ? PreviousVerb(verb - 2)
            : verb;

    /// <summary>"was shot while helping a boy and later died": the verb before what was done meanwhile; the same where nothing was.</summary>
    private int OverAside(int verb)
    {
        if (VerbAt(verb) is not { Voice: Voice.Ing } || WordAt(verb - 1) is not ("while" or "when"))
        {
            return verb;
        }

        var at = verb - 2;
        while (KindAt(at) is ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Adverb)
        {
            at--;
        }

        return VerbAt(at) is null ? verb : at;
    }

    private int PreviousVerb(int from)
    {
        for (var at = from - 1; at >= 0; at--)
        {
            if (Chunks[at].Kind == ChunkKind.VerbGroup)
            {
                return VerbAt(at)!.Voice == Voice.Infinitive ? -1 : at;
            }

            if (Chunks[at].Kind is ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Relative)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"killed 15 soldiers, wounded 30 and took four": the verb before a comma, each with an object of its own; −1 where there is none.</summary>
    private int FormerOfList(int verb, int comma)
    {
        if (KindAt(comma) != ChunkKind.Comma || VerbAt(verb) is not { Voice: Voice.Active or Voice.BareParticiple, IsAuxiliaryOnly: false, Reporting: null } || ObjectOf(verb) != verb + 1)
        {
            return -1;
        }

        var at = comma - 1;
        while (KindAt(at) is ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Coordinator)
        {
            at--;
        }

        return VerbAt(at) is { Voice: Voice.Active or Voice.BareParticiple, IsAuxiliaryOnly: false } && ObjectOf(at) == at + 1 ? at : -1;
    }

    /// <summary>"were tortured, beheaded and burned": what was done to them before the comma; −1 where there is nothing.</summary>
    private int FormerDone(int verb, int comma) =>
        KindAt(comma) == ChunkKind.Comma && VerbAt(verb) is { Voice: Voice.BareParticiple } && ObjectOf(verb) < 0
        && VerbAt(comma - 1) is { Voice: Voice.Passive } or { Voice: Voice.BareParticiple } && KindAt(SkipLeft(comma - 2)) is ChunkKind.NounPhrase or ChunkKind.Relative or ChunkKind.Comma
            ? comma - 1
            : -1;

    /// <summary>"were attacked and killed", "was shot and later died": the later verb has the earlier one's subject.</summary>
    private bool SharesSubject(int earlier, int later)
    {
        for (var at = earlier + 1; at < later; at++)
        {
            if (Chunks[at].Kind == ChunkKind.Coordinator)
            {
                return true;
            }

            if (Chunks[at].Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Stop)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"the army says" right before a finite verb that is not the army's.</summary>
    private bool IsInsertedReport(int verb) =>
        VerbAt(verb) is { Reporting: not null, Voice: Voice.Active or Voice.BareParticiple, IsNegated: false } && NounAt(verb - 1) is { Count: null, IsPronoun: false } speaker
        && (speaker.Determiner != 0 || speaker.Country is not null || speaker.Organization is not null || speaker.Person is not null)
        && KindAt(verb - 2) is ChunkKind.Relative or ChunkKind.NounPhrase && NounAt(verb - 2) is null or { IsPronoun: false };

    /// <summary>"a member of the council" behind a name and a comma.</summary>
    private bool IsApposition(int at) =>
        NounAt(at) is { Count: null, IsPlural: false, Determiner: WordClass.Article } && KindAt(at - 1) == ChunkKind.Comma
        && NounAt(at - 2) is { Count: null, HasName: true } && KindAt(at - 3) != ChunkKind.Preposition;

    /// <summary>"Two journalists working for the agency were killed": a participle right behind a noun says more of it.</summary>
    private bool IsReducedRelative(int at, int verb) =>
        VerbAt(at) is { Voice: Voice.Ing or Voice.BareParticiple, Casualty: null } && KindAt(at - 1) == ChunkKind.NounPhrase
        && (VerbAt(verb) is { Voice: not Voice.BareParticiple and not Voice.Ing } || (VerbAt(verb) is { Voice: Voice.BareParticiple } && VerbAt(at)!.Voice == Voice.Ing && ObjectOf(verb) >= 0)) && (VerbAt(at)!.Voice == Voice.Ing || ObjectOf(at) < 0);

    /// <summary>"accused of abducting", "held for spying": the deed behind a participle that says more of the noun before it.</summary>
    private bool IsWhatFor(int deed, int verb) =>
        VerbAt(deed) is { Voice: Voice.Ing } && KindAt(deed - 1) == ChunkKind.Preposition && VerbAt(deed - 2) is { Voice: Voice.BareParticiple, Casualty: null }
        && KindAt(deed - 3) == ChunkKind.NounPhrase && VerbAt(verb)!.Voice != Voice.Ing;

    /// <summary>"for Reuters and AFP": the preposition that governs a second name through the first; −1 where none does, and for people.</summary>
    private int GovernedConjunct(int at)
    {
        if (NounAt(at) is not { Person: null, Count: null } noun || !(Article.Tokens[noun.Head].Is(WordClass.Organization | WordClass.NotPeople | WordClass.Country | WordClass.Place) || Wounds.Is(Article.Tokens[noun.Head].Word)) || KindAt(at - 1) != ChunkKind.Coordinator)
        {
            return -1;
        }

        return KindAt(at - 2) == ChunkKind.NounPhrase && KindAt(at - 3) == ChunkKind.Preposition ? at - 3 : -1;
    }
}
