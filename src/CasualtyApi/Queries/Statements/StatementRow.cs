using System.Linq.Expressions;
using CasualtyApi.Http;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Queries.Statements;

/// <summary>A statement as read, its sources still ids.</summary>
internal sealed class StatementRow : IKeyed
{
    public static readonly Expression<Func<Statement, StatementRow>> Projection = statement => new StatementRow
    {
        Statement = statement,
        Document = new NamedDocument(
            statement.DocumentId, statement.Document!.Title, statement.Document.Opening, statement.Document.Visibility, statement.Document.PublisherId,
            statement.Document.PublishedAt, statement.Document.Url),
        SpeakerIds = statement.Speakers.OrderBy(speaker => speaker.Ordinal).Select(speaker => speaker.SourceId).ToList(),
        RelayIds = statement.Relay.OrderBy(hop => hop.Ordinal).Select(hop => hop.SourceId).ToList(),
        ClaimIds = statement.Claims.OrderBy(claim => claim.Id).Select(claim => claim.Id).ToList(),
    };

    public required Statement Statement { get; init; }

    public required NamedDocument Document { get; init; }

    public required List<long> SpeakerIds { get; init; }

    public required List<long> RelayIds { get; init; }

    public required List<long> ClaimIds { get; init; }

    public LedgerRecord Record => Statement;

    public IEnumerable<long> SourceIds =>
        Document.PublisherId is { } publisher ? [.. SpeakerIds, .. RelayIds, publisher] : [.. SpeakerIds, .. RelayIds];
}
