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
            if (next < 0)
            {
                break;
            }

            found.Insert(leftwards ? 0 : found.Count, next);
        }

        return found;
    }

    /// <summary>
    /// "five judges and magistrates": the chunk of the count that a bare plural shares; −1 where it shares none.
    /// </summary>
    public int CountedWith(int at)
    {
        if (NounAt(at) is not { Count: null, IsPlural: true, IsPronoun: false, Determiner: 0, HasName: false, Person: not null })
        {
            return -1;
        }

        var before = KindAt(at - 1) == ChunkKind.Coordinator && WordAt(at - 1) is "and" or "or" ? at - 2 : KindAt(at - 1) == ChunkKind.Comma ? at - 2 : -1;
        before = KindAt(before) == ChunkKind.Comma && KindAt(at - 1) == ChunkKind.Coordinator ? before - 1 : before;
        if (NounAt(before) is not { } phrase)
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
            at += 2;
        }

        return VerbAt(SkipRight(at)) is { Voice: not (Voice.Ing or Voice.Infinitive) };
    }

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
                    return true;
                default:
                    break;
            }
        }

        return true;
    }

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

        if (KindAt(joint) is not (ChunkKind.Coordinator or ChunkKind.Comma) || WordAt(joint) is "but" or "nor"
            || (isFirst && KindAt(at - 1) != ChunkKind.Coordinator))
        {
            return -1;
        }

        var before = BeforeInsertion(joint - 1);
        while (KindAt(before) == ChunkKind.NounPhrase && KindAt(before - 1) == ChunkKind.Preposition && !BeginsClause(before - 1) && KindAt(before - 2) == ChunkKind.NounPhrase)
        {
            before -= 2;
        }

        if (KindAt(before) != ChunkKind.NounPhrase || IsCasualty(before))
        {
            return -1;
        }

        return IsGoverned(before) ? BeforeClauseOf(before) : before;
    }

    /// <summary>"leaders Ana Ruiz and Luis Paz": the plural right before a name says what the named people are.</summary>
    public bool IsTitleOfNames(int at) =>
        NounAt(at) is { IsPlural: true, IsPronoun: false, HasName: false, Person: not null } && NounAt(at + 1) is { HasName: true, Count: null, Determiner: 0 };

    private int NextConjunct(int at, bool isOpen)
    {
        if (IsTitleOfNames(at))
        {
            return at + 1;
        }

        var joint = AfterInsertion(at + 1);
        while (KindAt(joint) == ChunkKind.Preposition && KindAt(joint + 1) == ChunkKind.NounPhrase && WordAt(joint) is not ("including" or "besides" or "in" or "on" or "at" or "during" or "near"))
        {
            joint = AfterInsertion(joint + 2);
        }

        if (IsApposition(at, joint))
        {
            joint = AfterApposition(joint);
        }

        if (KindAt(joint) is ChunkKind.Comma or ChunkKind.Stop && KindAt(joint + 1) == ChunkKind.Coordinator && IsListed(at, joint, joint + 2))
        {
            joint++;
        }

        if (KindAt(joint) == ChunkKind.Colon && NounAt(joint + 1) is { HasName: true })
        {
            // "three reporters: Ana Ruiz, …"
            return joint + 1;
        }

        return KindAt(joint) is ChunkKind.Coordinator or ChunkKind.Comma or ChunkKind.Stop && KindAt(joint + 1) == ChunkKind.NounPhrase && WordAt(joint) != "but"
            && IsListed(at, joint, joint + 1) && !IsOfThem(joint + 1) && ((isOpen && KindAt(joint) == ChunkKind.Coordinator) || !HasOwnVerb(joint + 1))
            ? joint + 1
            : -1;
    }

    /// <summary>"six priests, five of them Spaniards": a part of what stands before.</summary>
    private bool IsOfThem(int at) => NounAt(at) is { IsElliptic: true } && IsPreposition(at + 1, "of") && NounAt(at + 2) is { IsPronoun: true };

    /// <summary>A semicolon parts the members of a list only where each of them is one person.</summary>
    private bool IsListed(int at, int joint, int next) =>
        KindAt(joint) != ChunkKind.Stop
        || (Article.IsMark(Chunks[joint].First, ';') && IsOne(at) && IsOne(next) && !HasOwnVerb(next));

    private bool IsOne(int at) => NounAt(at) is { IsPlural: false, IsPronoun: false, IsElliptic: false } one && (one.HasName || one.Person is { IsCollective: false });

    /// <summary>"12 dead, 30 wounded": a phrase that has its own casualty word is no victim of the next.</summary>
    private bool IsCasualty(int noun) => Article.Tokens[NounAt(noun)!.Head] is { Word.Person: null } head && head.Is(WordClass.Casualty);

    /// <summary>"in Mosul, a man": what a preposition or a participle governs is no member of the list behind it.</summary>
    private bool IsGoverned(int noun) =>
        (KindAt(noun - 1) == ChunkKind.Preposition && !BeginsClause(noun - 1)) || KindAt(noun - 1) == ChunkKind.Close || (VerbAt(noun - 1) is { Voice: Voice.Ing } && KindAt(noun - 2) == ChunkKind.Preposition);

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
