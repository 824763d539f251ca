using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Grammar;

internal enum Voice : byte
{
    Active,
    Passive,

    /// <summary>"killed" without an auxiliary: past active or a reduced passive; what follows decides.</summary>
    BareParticiple,

    /// <summary>"killing".</summary>
    Ing,

    /// <summary>"to kill".</summary>
    Infinitive,
}

/// <summary>Auxiliaries, adverbs and a main verb: "have likely resulted", "were reportedly killed".</summary>
internal sealed class VerbGroup(int first, int end) : Chunk(ChunkKind.VerbGroup, first, end)
{
    /// <summary>The main verb's token.</summary>
    public required int Main { get; init; }

    public Verb? Verb { get; init; }

    public CasualtyTerm? Casualty { get; init; }

    public ReportingTerm? Reporting { get; init; }

    public Voice Voice { get; init; }

    public bool IsNegated { get; init; }

    /// <summary>"could", "will", "may", or −1: the modal's token.</summary>
    public int Modal { get; init; } = -1;

    /// <summary>The word "reportedly", "likely" …, or −1: its token.</summary>
    public int Hedge { get; init; } = -1;

    /// <summary>The main verb is a form of "be" or "have" itself.</summary>
    public bool IsAuxiliaryOnly { get; init; }

    /// <summary>Has "have": "has killed", "have been killed".</summary>
    public bool IsPerfect { get; init; }
}
