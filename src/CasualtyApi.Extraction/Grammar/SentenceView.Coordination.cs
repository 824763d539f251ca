using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>What one coordination joins.</summary>
internal sealed partial class SentenceView
{
    /// <summary>All phrases that one coordination joins with the phrase at a chunk, that one included, left to right.</summary>
    /// <param name="at">A chunk of the coordination.</param>
    /// <param name="leftwards">True to collect to the left (a subject), false to the right (an object).</param>
    /// <param name="root">
    /// The phrase that the coordination hangs on, if that still waits for its verb: "the murder of six priests and two women
    /// shocked" has one verb, and it is the murder's.
    /// </param>
    public IReadOnlyList<int> Coordinated(int at, bool leftwards, int root = -1)
    {
        var isOpen = root >= 0 && AwaitsVerb(root);
        var found = new List<int> { at };
        for (var hops = 0; hops < 12; hops++)
        {
            var next = leftwards ? PreviousConjunct(found[0], isFirst: found.Count == 1) : NextConjunct(found[^1], isOpen);
            var isObject = next >= 0 && leftwards && IsObjectOfOther(next, at);
            if (next < 0 || isObject || (leftwards && IsWhatTheyAre(next)))
            {
                return isObject || (leftwards && KindAt(found[0] - 1) == ChunkKind.Coordinator) ? found[BeginningOf(found)..] : found;
            }

            found.Insert(leftwards ? 0 : found.Count, next);
        }

        return found;
    }

    /// <summary>
    /// "five judges and magistrates", "298 passengers and crew": the chunk of the count that a bare plural shares; −1 where it shares none.
    /// </summary>
    public int CountedWith(int at)
    {
        if (NounAt(at) is not ({ Count: null, IsPronoun: false, Determiner: 0, HasName: false, Person: not null } and ({ IsPlural: true } or { Person.IsCollective: true })))
        {
            return -1;
        }

        var before = KindAt(at - 1) == ChunkKind.Coordinator && WordAt(at - 1) is "and" or "or" ? at - 2 : KindAt(at - 1) == ChunkKind.Comma ? at - 2 : -1;
        before = KindAt(before) == ChunkKind.Comma && KindAt(at - 1) == ChunkKind.Coordinator ? before - 1 : before;
        if (NounAt(before) is not { } phrase || (KindAt(at - 1) == ChunkKind.Comma && Speaks(at)))
        {
            return -1;
        }

        if (IsPreposition(before - 1, "of") && IsPartitive(NounAt(before - 2)))
        {
            // "950 of its members and leaders"
            before -= 2;
            phrase = NounAt(before)!;
        }

        return phrase is { Count: not null, IsPlural: true } || (phrase.Determiner & WordClass.Negator) != 0 || Article.Tokens[phrase.Head].Is(WordClass.Negator)
            ? before
            : CountedWith(before);
    }

    /// <summary>A following noun phrase is the subject of its own verb: "killed three soldiers and two rebels were hurt".</summary>
    public bool HasOwnVerb(int noun)
    {
        var at = noun + 1;
        while (KindAt(at) == ChunkKind.Preposition && KindAt(at + 1) == ChunkKind.NounPhrase)
        {
            if (WordAt(at) == "as" || BeginsClause(at))
            {
                // "killed two soldiers and a boy as troops fired": the troops'.
                return false;
            }

            at += 2;
        }

        // "militants with groups affiliated with the army": the participle describes them.
        var verb = SkipRight(at);
        return VerbAt(verb) is { Voice: not (Voice.Ing or Voice.Infinitive) } own
            && !(own is { Voice: Voice.BareParticiple, Casualty: null, Reporting: null } && verb == at && at > noun + 1 && KindAt(verb + 1) == ChunkKind.Preposition);
    }

    /// <summary>"We lost 19 soldiers and another 34 were injured": the object of one verb is no subject of the next.</summary>
    private bool IsObjectOfOther(int noun, int last)
    {
        var before = SkipLeft(noun - 1);
        if (VerbAt(before) is { Reporting: not null } && KindAt(SkipLeft(before - 1)) == ChunkKind.Comma && KindAt(noun + 1) == ChunkKind.Comma)
        {
            // ", says the chief, and a baby died": the chief tells it.
            return true;
        }

        var verb = SkipRight(OverOf(last + 1));
        var own = VerbAt(verb);
        return (own is { Voice: Voice.Passive } or { Voice: Voice.Active, Casualty: not null } or { Voice: Voice.BareParticiple, Casualty.Frame: Vocabulary.CasualtyFrame.Subject } || (own is { Voice: Voice.BareParticiple, Casualty: null, Reporting: null } && KindAt(noun + 1) is ChunkKind.Comma && NounAt(verb + 2) is not null))
            && VerbAt(before) is { Voice: Voice.Active or Voice.BareParticiple, Reporting: null } && SubjectOf(before) >= 0;
    }

    /// <summary>
    /// "killed six soldiers and a driver, and 20 rebels were hurt", "killed six soldiers, and a driver and 20 rebels were hurt": where in a list the next clause begins, which
    /// has objects of the verb before it in it still. A comma parts clauses sooner than an "and" alone.
    /// </summary>
    private int BeginningOf(List<int> list)
    {
        var parted = list.FindLastIndex(noun => KindAt(noun - 1) == ChunkKind.Coordinator && KindAt(noun - 2) == ChunkKind.Comma);
        return KindAt(list[0] - 1) == ChunkKind.Coordinator && (KindAt(list[0] - 2) == ChunkKind.Comma || parted < 0) ? 0
            : Math.Max(parted >= 0 ? parted : list.FindIndex(noun => KindAt(noun - 1) == ChunkKind.Coordinator), 0);
    }

    /// <summary>"three of them children, and 73 others were wounded", "among them four girls, and 30 injured": those are told of already.</summary>
    private bool IsWhatTheyAre(int noun) => NounAt(noun - 1) is { IsPronoun: true } && (IsPreposition(noun - 2, "among") || (IsPreposition(noun - 2, "of") && NounAt(noun - 3) is { Count: not null }));

    /// <summary>No verb stands before a phrase in its clause: the next one that is nobody else's is its own.</summary>
    private bool AwaitsVerb(int noun)
    {
        for (var at = noun - 1; at >= 0; at--)
        {
            switch (KindAt(at))
            {
                case ChunkKind.VerbGroup when !(VerbAt(at)!.Voice is Voice.BareParticiple or Voice.Ing && KindAt(at - 1) == ChunkKind.NounPhrase && KindAt(at + 1) == ChunkKind.Preposition):
                    return false;
                case ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Colon or ChunkKind.Relative:
                case ChunkKind.Preposition when at == noun - 1 && BeginsClause(at):
                    return true;
                default:
                    break;
            }
        }

        return true;
    }

    /// <summary>"leaders Ana Ruiz and Luis Paz": the plural right before a name says what the named people are.</summary>
    public bool IsTitleOfNames(int at) =>
        NounAt(at) is { IsPlural: true, IsPronoun: false, HasName: false, Person: not null } && NounAt(at + 1) is { HasName: true, Count: null, Determiner: 0 };
}
