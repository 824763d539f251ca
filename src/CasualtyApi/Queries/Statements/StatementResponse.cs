using System.Text.Json.Serialization;
using CasualtyApi.Http;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Statements;

/// <summary>Something a source says in a document.</summary>
/// <param name="Start">Where it begins, in Unicode code points of the document's text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">The document's text at that span; empty where its words are withheld.</param>
/// <param name="Speaker">Who says it. Null is the document's own voice.</param>
/// <param name="AlsoSpeakers">Who says it jointly, in the order named.</param>
/// <param name="SpeakerText">What the document calls the speaker there.</param>
/// <param name="SpeakerSpan">Where those words stand.</param>
/// <param name="Cue">The reporting words.</param>
/// <param name="Relay">Who passed it on between the speaker and the document, outermost first.</param>
/// <param name="Claims">The ids of the claims inside it, whatever their status.</param>
internal sealed record StatementResponse(
    long Id,
    StatementKind Kind,
    int Start,
    int End,
    string Text,
    SourceReference? Speaker,
    IReadOnlyList<SourceReference> AlsoSpeakers,
    string? SpeakerText,
    StatementSpan? SpeakerSpan,
    string? Cue,
    IReadOnlyList<SourceName> Relay,
    DocumentReference Document,
    IReadOnlyList<long> Claims,
    int Revision,
    DateTime ReceivedAt,
    DateTime UpdatedAt,
    StatementLinks Links)
{
    /// <summary>With `q`: where the words were found. Else absent, and empty where only a name holds them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Highlight>? Highlight { get; init; }

    public static StatementResponse Of(StatementRow row, SourceDirectory sources, Search? search) => search is null
        ? Of(row, sources)
        : Of(row, sources) with { Highlight = Queries.Highlight.In("statement", Shown.Words(row.Statement.Text, row.Document.Visibility), search.Terms) is { } found ? [found] : [] };

    public static StatementResponse Of(StatementRow row, SourceDirectory sources)
    {
        var statement = row.Statement;
        var speakers = row.SpeakerIds.ConvertAll(sources.Reference);
        return new(
            statement.Id, statement.Kind, statement.Start, statement.End, Shown.Words(statement.Text, row.Document.Visibility),
            speakers.FirstOrDefault(), [.. speakers.Skip(1)], Shown.WordsOrNull(statement.SpeakerText, row.Document.Visibility),
            statement is { SpeakerStart: { } start, SpeakerEnd: { } end } ? new(start, end) : null,
            Shown.WordsOrNull(statement.Cue, row.Document.Visibility), row.RelayIds.ConvertAll(sources.Name), row.Document.Named(sources), row.ClaimIds,
            statement.Revision, Instant.Of(statement.ReceivedAt), Instant.Of(statement.UpdatedAt),
            new(Queries.Links.To("statements", statement.Id), $"{Queries.Links.Root}/claims?statement={statement.Id}",
                $"/documents/{statement.DocumentId}#char={statement.Start},{statement.End}"));
    }
}

/// <summary>A stretch of the document's text in code points, end exclusive.</summary>
internal sealed record StatementSpan(int Start, int End);

/// <summary>Where to go on from a statement.</summary>
internal sealed record StatementLinks(string Self, string Claims, string Text);
