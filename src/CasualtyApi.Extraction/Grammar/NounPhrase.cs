using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>A noun phrase without what follows behind a preposition: "more than 1,000 North Korean troops".</summary>
internal sealed class NounPhrase(int first, int end) : Chunk(ChunkKind.NounPhrase, first, end)
{
    /// <summary>The token that the phrase is about: its last noun, or its last token where there is none.</summary>
    public required int Head { get; init; }

    public CountPhrase? Count { get; init; }

    /// <summary>Article, demonstrative or possessive at its beginning.</summary>
    public WordClass Determiner { get; init; }

    /// <summary>The people it is about, if it names a kind of people.</summary>
    public PersonNoun? Person { get; init; }

    /// <summary>The token of that noun, or −1.</summary>
    public int PersonToken { get; init; } = -1;

    public bool IsPlural { get; init; }

    public bool IsPronoun { get; init; }

    /// <summary>Nothing but a count: "seven" in "and seven wounded".</summary>
    public bool IsElliptic { get; init; }

    /// <summary>The nation, from a demonym or a country's name inside it.</summary>
    public Country? Country { get; init; }

    public Organization? Organization { get; init; }

    /// <summary>A capitalised name of a person: tokens [NameFirst, NameEnd); empty if none.</summary>
    public int NameFirst { get; init; }

    public int NameEnd { get; init; }

    public bool HasName => NameEnd > NameFirst;

    /// <summary>The last token of the possessor ("Ukraine" in "Ukraine's President"), or −1.</summary>
    public int PossessorEnd { get; init; } = -1;

    /// <summary>"11 taken prisoner": the number alone, which stands for the people.</summary>
    /// <param name="counted">The phrase it begins.</param>
    /// <param name="count">Its number.</param>
    public static NounPhrase Alone(NounPhrase counted, CountPhrase count) =>
        new(counted.First, count.Next) { Head = count.Next - 1, Count = count, IsElliptic = true, IsPlural = counted.IsPlural };
}
