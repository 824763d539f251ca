using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>A noun phrase that a casualty word makes victims of.</summary>
/// <param name="Phrase">The phrase, with its count if it has one.</param>
/// <param name="Group">The phrase behind "of", which then says who they are ("12 of the passengers").</param>
internal sealed record Victim(NounPhrase Phrase, NounPhrase? Group = null)
{
    /// <summary>Phrases that share the count ("five judges and magistrates").</summary>
    public IReadOnlyList<NounPhrase> Also { get; init; } = [];

    /// <summary>The plural that says what named people are ("leaders Ana Ruiz and Luis Paz"), or all of a number ("12 people, all of them children").</summary>
    public NounPhrase? As { get; init; }

    public int First => Phrase.First;

    public int End => Also.Count > 0 ? Also[^1].End : Math.Max(Group?.End ?? 0, Phrase.End);

    /// <summary>The phrase that says who they are.</summary>
    public NounPhrase Who => Group ?? Phrase;
}
