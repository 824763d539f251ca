using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>One sentence's chunks, and the questions rules ask of them: whose verb is this, what is its object.</summary>
internal sealed partial class SentenceView(Article article, int index, List<Chunk> chunks)
{
    public Article Article { get; } = article;

    /// <summary>The sentence's number.</summary>
    public int Index { get; } = index;

    public List<Chunk> Chunks { get; } = chunks;

    public Sentence Sentence => Article.Sentences[Index];

    /// <summary>Whether the sentence has such a chunk: asked so often that one comparison does for both ends.</summary>
    private bool Holds(int at) => unchecked((uint)at < (uint)Chunks.Count);

    public ChunkKind KindAt(int at) => Holds(at) ? Chunks[at].Kind : ChunkKind.Other;

    public NounPhrase? NounAt(int at) => Holds(at) ? Chunks[at] as NounPhrase : null;

    public VerbGroup? VerbAt(int at) => Holds(at) ? Chunks[at] as VerbGroup : null;

    /// <summary>"were", "has been": a form of "be" or "have" alone, that says so plainly.</summary>
    public bool IsPlainly(int at) => VerbAt(at) is { IsAuxiliaryOnly: true, IsNegated: false, Modal: < 0 };

    /// <summary>The first chunk that begins at a token or behind it; as many as there are where none does.</summary>
    public int At(int token)
    {
        var (low, high) = (0, Chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Chunks[middle].First >= token ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>The chunks that begin within tokens [first, end).</summary>
    public IEnumerable<Chunk> Between(int first, int end)
    {
        for (var at = At(first); at < Chunks.Count && Chunks[at].First < end; at++) yield return Chunks[at];
    }

    /// <summary>The noun phrases that end before a token, the nearest first, as far back as a clause reaches.</summary>
    public IEnumerable<NounPhrase> NounsBefore(int token)
    {
        var from = At(token) - 1;
        for (var at = from; at >= 0 && at > from - ClauseReach; at--)
        {
            if (NounAt(at) is { } phrase) yield return phrase;
        }
    }

    /// <summary>Whether nothing that stands at a place belongs to what stands before: a mark, an "and", or the sentence's end.</summary>
    public bool EndsBefore(int at) => KindAt(at) is ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Coordinator or ChunkKind.Quote or ChunkKind.Other;

    /// <summary>The folded spelling of a chunk's first word.</summary>
    public string WordAt(int at) => Holds(at) ? Article.Tokens[Chunks[at].First].Word.Text : "";

    /// <summary>Of the chunks of noun phrases those that are such.</summary>
    public IEnumerable<int> Such(IEnumerable<int> phrases, Func<NounPhrase?, bool> test) => phrases.Where(at => test(NounAt(at)));

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

    /// <summary>The chunk of the nearest verb before a place, over anything but a semicolon; −1 where there is none.</summary>
    public int VerbBefore(int at)
    {
        do
        {
            at--;
        }
        while (at >= 0 && KindAt(at) is not (ChunkKind.VerbGroup or ChunkKind.Stop));
        return VerbAt(at) is null ? -1 : at;
    }

    /// <summary>The chunk behind one prepositional phrase ("on 26 May"); the same chunk where no preposition stands.</summary>
    public int OverPhrase(int at)
    {
        if (KindAt(at) != ChunkKind.Preposition)
        {
            return at;
        }

        at++;
        while (at < Chunks.Count && KindAt(at) is ChunkKind.NounPhrase or ChunkKind.Other)
        {
            at++;
        }

        return at;
    }

    /// <summary>The chunk behind every prepositional phrase, bare noun phrase and adverb ("in the attack early on Monday").</summary>
    public int OverPhrases(int at)
    {
        while (KindAt(at) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb)
        {
            at++;
        }

        return at;
    }

    /// <summary>A phrase that only counts or groups what stands behind its "of".</summary>
    public bool IsPartitive(NounPhrase? phrase) =>
        phrase is not null && (phrase.IsElliptic || Article.Tokens[phrase.Head].Word.Text is "group" or "number" or "total" or "majority" or "half" or "most" or "members" or "member" or "none" or "one" or "all" or "people");

    /// <summary>The noun phrase with what its "of" brings: "12 of the passengers".</summary>
    public Victim VictimAt(int at)
    {
        var phrase = NounAt(at)!;
        if (phrase is { Count: null, Person.IsCollective: true, IsPlural: false } && IsPreposition(at + 1, "of") && NounAt(at + 2) is { Count: not null } members && !Victims.IsTime(this, members))
        {
            // "a family of six", "a group of 12 soldiers": the number is behind the noun.
            return members.IsElliptic ? new Victim(members, phrase) : new Victim(members);
        }

        if (phrase is { IsElliptic: true, Count: not null } && KindAt(at + 1) == ChunkKind.Coordinator && VerbAt(at + 2) is { Casualty: { Frame: Vocabulary.CasualtyFrame.Object, Category: CasualtyCategory.Killed or CasualtyCategory.Injured }, Voice: not Voice.Passive } && NounAt(at + 3) is { Count: not null, Person: not null } shared)
        {
            // "killed 42 and injured 222 civilians": one noun for both; but "wounded 15 and abducted six girls".
            return new Victim(phrase, shared);
        }

        // "“dozens” of fighters": the mark stands between.
        var of = KindAt(at + 1) == ChunkKind.Quote ? at + 2 : at + 1;
        return IsPartitive(phrase) && phrase.Person is null && IsPreposition(of, "of") && NounAt(of + 1) is { } group
            ? new Victim(phrase, group)
            : new Victim(phrase);
    }

    /// <summary>The chunk of the noun phrase that is the object of a verb: the next one right of it, no preposition between; −1 if none.</summary>
    public int ObjectOf(int verb)
    {
        var at = SkipRight(verb + 1);
        if (KindAt(at) == ChunkKind.Comma && KindAt(at + 1) == ChunkKind.Preposition && WordAt(at + 1) is not ("including" or "among") && KindAt(at + 2) == ChunkKind.NounPhrase && KindAt(at + 3) == ChunkKind.Comma && !HasOwnVerb(at + 4))
        {
            // "murdered, at gunpoint, a soldier"; but "hurt, among them a girl, the mayor says".
            at = SkipRight(at + 4);
        }

        if (KindAt(at) == ChunkKind.Coordinator && VerbAt(verb)?.Casualty is not null && VerbAt(at + 1) is { Casualty: null, IsAuxiliaryOnly: false } second && second.Voice == VerbAt(verb)!.Voice)
        {
            // "captured and blindfolded ten guards"
            return ObjectOf(at + 1) is >= 0 and var shared && NounAt(shared) is { Person: not null } or { IsElliptic: true } ? shared : -1;
        }

        return KindAt(at) == ChunkKind.NounPhrase ? at : -1;
    }
}
