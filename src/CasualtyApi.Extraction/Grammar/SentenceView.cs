using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>One sentence's chunks, and the questions rules ask of them: whose verb is this, what is its object.</summary>
internal sealed class SentenceView(Article article, int index, IReadOnlyList<Chunk> chunks)
{
    public Article Article { get; } = article;

    /// <summary>The sentence's number.</summary>
    public int Index { get; } = index;

    public IReadOnlyList<Chunk> Chunks { get; } = chunks;

    public Sentence Sentence => Article.Sentences[Index];

    public ChunkKind KindAt(int at) => at >= 0 && at < Chunks.Count ? Chunks[at].Kind : ChunkKind.Other;

    public NounPhrase? NounAt(int at) => at >= 0 && at < Chunks.Count ? Chunks[at].Noun : null;

    public VerbGroup? VerbAt(int at) => at >= 0 && at < Chunks.Count ? Chunks[at].Verb : null;

    /// <summary>The folded spelling of a chunk's first word.</summary>
    public string WordAt(int at) => at >= 0 && at < Chunks.Count ? Article.Tokens[Chunks[at].First].Word.Text : "";

    public bool IsPreposition(int at, string word) => KindAt(at) == ChunkKind.Preposition && WordAt(at) == word;

    /// <summary>The first chunk from a place on that is no adverb and no quotation mark.</summary>
    public int SkipRight(int at)
    {
        while (KindAt(at) is ChunkKind.Adverb or ChunkKind.Quote)
        {
            at++;
        }

        return at;
    }

    public int SkipLeft(int at)
    {
        while (KindAt(at) is ChunkKind.Adverb or ChunkKind.Quote)
        {
            at--;
        }

        return at;
    }

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
            var other = PreviousVerb(joint);
            if (other >= 0)
            {
                return VerbAt(other)!.Voice == Voice.BareParticiple && KindAt(SkipLeft(other - 1)) == ChunkKind.NounPhrase && ObjectOf(other) < 0
                    ? NounBefore(other)
                    : SubjectOf(other);
            }
        }

        if (VerbAt(joint) is { } governing && Article.Tokens[Chunks[verb].First].Word.Text == "to")
        {
            // "are believed to have been killed": the infinitive has its governor's subject.
            return governing.Voice == Voice.BareParticiple ? NounBefore(joint) : SubjectOf(joint);
        }

        for (var at = KindAt(joint) == ChunkKind.Comma ? BeforeParenthesis(joint) : verb - 1; at >= 0; at--)
        {
            switch (Chunks[at].Kind)
            {
                case ChunkKind.NounPhrase when KindAt(SkipLeft(at - 1)) == ChunkKind.Preposition:
                    at = SkipLeft(at - 1);
                    if (IsPreposition(at, "of") && IsPartitive(NounAt(at - 1)))
                    {
                        return at - 1;
                    }

                    break;
                case ChunkKind.NounPhrase:
                    return at;
                case ChunkKind.VerbGroup when !SharesSubject(at, verb):
                    return -1;
                case ChunkKind.Stop or ChunkKind.Colon:
                    return -1;
                case ChunkKind.Close:
                    at = OpenOf(at);
                    break;
                default:
                    break;
            }
        }

        return -1;
    }

    /// <summary>
    /// The chunk of the noun that a participle hangs on: the one right before it, though a preposition governs that
    /// ("estimates of 1,000 soldiers killed"); else its subject.
    /// </summary>
    public int NounBefore(int participle)
    {
        var before = SkipLeft(participle - 1);
        if (KindAt(before) != ChunkKind.NounPhrase)
        {
            return SubjectOf(participle);
        }

        return IsPreposition(before - 1, "of") && IsPartitive(NounAt(before - 2)) ? before - 2 : before;
    }

    /// <summary>A phrase that only counts or groups what stands behind its "of".</summary>
    public bool IsPartitive(NounPhrase? phrase) =>
        phrase is not null && (phrase.IsElliptic || Article.Tokens[phrase.Head].Word.Text is "group" or "number" or "total" or "majority" or "half" or "most" or "members" or "member" or "none" or "one" or "all" or "people");

    /// <summary>The noun phrase with what its "of" brings: "12 of the passengers".</summary>
    public Victim VictimAt(int at)
    {
        var phrase = NounAt(at)!;
        return IsPartitive(phrase) && phrase.Person is null && IsPreposition(at + 1, "of") && NounAt(at + 2) is { } group
            ? new Victim(phrase, group)
            : new Victim(phrase);
    }

    /// <summary>The chunk of the noun phrase that is the object of a verb: the next one right of it, no preposition between; −1 if none.</summary>
    public int ObjectOf(int verb)
    {
        var at = SkipRight(verb + 1);
        return KindAt(at) == ChunkKind.NounPhrase ? at : -1;
    }

    /// <summary>All phrases that one coordination joins with the phrase at a chunk, that one included, left to right.</summary>
    /// <param name="at">A chunk of the coordination.</param>
    /// <param name="leftwards">True to collect to the left (a subject), false to the right (an object).</param>
    public IReadOnlyList<int> Coordinated(int at, bool leftwards)
    {
        var found = new List<int> { at };
        for (var hops = 0; hops < 12; hops++)
        {
            var next = leftwards ? PreviousConjunct(found[0]) : NextConjunct(found[^1]);
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

    /// <summary>"23 people, among them nine children, died": the chunk before the comma that opened what this one closes.</summary>
    private int BeforeParenthesis(int comma)
    {
        for (var at = comma - 1; at > 0; at--)
        {
            if (Chunks[at].Kind == ChunkKind.Comma)
            {
                return at - 1;
            }
        }

        return comma - 1;
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

    private int PreviousConjunct(int at)
    {
        var joint = at - 1;
        if (KindAt(joint) == ChunkKind.Coordinator && KindAt(joint - 1) == ChunkKind.Comma)
        {
            joint--;
        }

        if (KindAt(joint) is not (ChunkKind.Coordinator or ChunkKind.Comma) || WordAt(joint) is "but" or "nor")
        {
            return -1;
        }

        var before = joint - 1;
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

    /// <summary>"Ana Ruiz, 31, and": a number between commas behind a person is an age.</summary>
    private bool IsAge(int at) =>
        NounAt(at) is { Count: { Relation: CountRelation.Exactly, Low: <= 120 } } age && KindAt(at - 1) == ChunkKind.Comma
        && (age.IsElliptic || Article.Tokens[age.Count.Next].Is(WordClass.TimeUnit))
        && NounAt(at - 2) is { Count: null, IsPlural: false };

    /// <summary>"12 dead, 30 wounded": a phrase that has its own casualty word is no victim of the next.</summary>
    private bool IsCasualty(int noun) => Article.Tokens[NounAt(noun)!.Head].Is(WordClass.Casualty);

    private int OpenOf(int close)
    {
        var at = close;
        while (at > 0 && Chunks[at].Kind != ChunkKind.Open)
        {
            at--;
        }

        return at;
    }
}
