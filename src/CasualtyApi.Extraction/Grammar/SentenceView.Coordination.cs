using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>What one coordination joins.</summary>
internal sealed partial class SentenceView
{
    /// <summary>All phrases that one coordination joins with the phrase at a chunk, that one included, left to right.</summary>
    /// <param name="at">A chunk of the coordination.</param>
    /// <param name="leftwards">True to collect to the left (a subject), false to the right (an object).</param>
    public IReadOnlyList<int> Coordinated(int at, bool leftwards)
    {
        var found = new List<int> { at };
        for (var hops = 0; hops < 12; hops++)
        {
            var next = leftwards ? PreviousConjunct(found[0], isFirst: found.Count == 1) : NextConjunct(found[^1]);
            if (next < 0)
            {
                break;
            }

            found.Insert(leftwards ? 0 : found.Count, next);
        }

        return found;
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

    /// <summary>Two phrases that only a comma parts are one and its apposition; the last two of a list have a coordinator.</summary>
    private int PreviousConjunct(int at, bool isFirst)
    {
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

        var before = joint - 1;
        if (KindAt(before) == ChunkKind.Dash)
        {
            before = BeforeDash(before);
        }

        if (IsAge(before))
        {
            before -= 2;
        }

        while (KindAt(before) == ChunkKind.NounPhrase && KindAt(before - 1) == ChunkKind.Preposition && KindAt(before - 2) == ChunkKind.NounPhrase)
        {
            before -= 2;
        }

        return KindAt(before) == ChunkKind.NounPhrase && KindAt(before - 1) is not ChunkKind.Preposition && !IsCasualty(before) ? before : -1;
    }

    private int NextConjunct(int at)
    {
        var joint = at + 1;
        while (KindAt(joint) == ChunkKind.Preposition && KindAt(joint + 1) == ChunkKind.NounPhrase && WordAt(joint) is not ("including" or "besides" or "in" or "on" or "at" or "during" or "near"))
        {
            joint += 2;
        }

        if (KindAt(joint) == ChunkKind.Comma && KindAt(joint + 1) == ChunkKind.Coordinator)
        {
            joint++;
        }

        if (KindAt(joint) == ChunkKind.Colon && NounAt(joint + 1) is { HasName: true })
        {
            // "three reporters: Ana Ruiz, …"
            return joint + 1;
        }

        return KindAt(joint) is ChunkKind.Coordinator or ChunkKind.Comma && KindAt(joint + 1) == ChunkKind.NounPhrase && WordAt(joint) != "but" && !HasOwnVerb(joint + 1)
            ? joint + 1
            : -1;
    }

    /// <summary>"Ana Ruiz, 31, and": a number between commas behind a person is an age.</summary>
    private bool IsAge(int at) =>
        NounAt(at) is { Count: { Relation: CountRelation.Exactly, Low: <= 120 } } age && KindAt(at - 1) == ChunkKind.Comma
        && (age.IsElliptic || Article.Tokens[age.Count.Next].Is(WordClass.TimeUnit))
        && NounAt(at - 2) is { Count: null, IsPlural: false };

    /// <summary>"12 dead, 30 wounded": a phrase that has its own casualty word is no victim of the next.</summary>
    private bool IsCasualty(int noun) => Article.Tokens[NounAt(noun)!.Head].Is(WordClass.Casualty);

    /// <summary>"six priests -- five Spaniards and one Salvadoran -- and two women": the chunk before the dash that opened what this one closes.</summary>
    private int BeforeDash(int close)
    {
        var at = close;
        while (KindAt(at) == ChunkKind.Dash)
        {
            at--;
        }

        while (at > 0 && KindAt(at) != ChunkKind.Dash)
        {
            at--;
        }

        while (KindAt(at) == ChunkKind.Dash)
        {
            at--;
        }

        return at;
    }
}
