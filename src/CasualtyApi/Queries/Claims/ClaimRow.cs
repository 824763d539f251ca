using System.Linq.Expressions;
using CasualtyApi.Http;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Claims;

/// <summary>A claim as read: everything its answer shows, its sources still ids.</summary>
internal sealed class ClaimRow : IKeyed
{
    public static readonly Expression<Func<Claim, ClaimRow>> Projection = claim => new ClaimRow
    {
        Claim = claim,
        Party = claim.Party!,
        Blamed = claim.Blamed,
        Place = claim.Place,
        StatementKind = claim.Statement!.Kind,
        Document = new NamedDocument(
            claim.DocumentId, claim.Document!.Title, claim.Document.Opening, claim.Document.Visibility, claim.Document.PublisherId,
            claim.Document.PublishedAt, claim.Document.Url),
        ClaimantIds = claim.Claimants.OrderBy(claimant => claimant.Ordinal).Select(claimant => claimant.SourceId).ToList(),
        RelayIds = claim.Statement.Relay.OrderBy(hop => hop.Ordinal).Select(hop => hop.SourceId).ToList(),
    };

    public required ClaimState Claim { get; init; }

    public required Party Party { get; init; }

    public required Party? Blamed { get; init; }

    public required Place? Place { get; init; }

    public required StatementKind StatementKind { get; init; }

    public required NamedDocument Document { get; init; }

    public required List<long> ClaimantIds { get; init; }

    public required List<long> RelayIds { get; init; }

    public LedgerRecord Record => Claim;

    public IEnumerable<long> SourceIds =>
        Document.PublisherId is { } publisher ? [.. ClaimantIds, .. RelayIds, publisher] : [.. ClaimantIds, .. RelayIds];
}
