using CasualtyApi.Ingest.Extracted;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries.Statements;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Pages.Cards;

/// <summary>What the card of a statement says, whether it is kept or was only read.</summary>
/// <param name="Id">Of the statement; of one that was only read its number, from 1.</param>
/// <param name="Speakers">Who says it; empty where nobody is named.</param>
/// <param name="Called">What the text calls the speaker there.</param>
/// <param name="Cue">The reporting words.</param>
/// <param name="Relay">Who passed it on, outermost first.</param>
internal sealed record StatementFacts(
    long Id, StatementKind Kind, int Start, int End, IReadOnlyList<string> Speakers, string? Called, string? Cue, IReadOnlyList<string> Relay)
{
    public static StatementFacts Of(StatementResponse statement) => new(
        statement.Id, statement.Kind, statement.Start, statement.End,
        statement.Speaker is { } speaker ? [.. statement.AlsoSpeakers.Prepend(speaker).Select(Words.Person)] : [],
        statement.SpeakerText, statement.Cue, [.. statement.Relay.Select(hop => hop.Name)]);

    /// <param name="index">Among the statements of its reading, from 0.</param>
    public static StatementFacts Of(ExtractedStatement statement, int index) => new(
        index + 1, statement.Kind, statement.Start, statement.End,
        statement.Speaker is { } speaker ? [.. statement.AlsoSpeakers.Prepend(speaker).Select(Words.Person)] : [],
        statement.SpeakerText, statement.Cue, [.. statement.Relay.Select(hop => hop.Name)]);
}
