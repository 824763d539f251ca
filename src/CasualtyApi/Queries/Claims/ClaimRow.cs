using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Claims;

/// <summary>A claim as read: everything its answer shows, its sources still ids.</summary>
internal sealed class ClaimRow : IKeyed
{
    private const int Stretch = 500;

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

    /// <summary>All claims of an ordered query, in flat memory.</summary>
    public static async IAsyncEnumerable<ClaimRow> AllAsync(
        IQueryable<Claim> claims, CasualtyDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var ids in db.StretchesAsync(claims.Select(claim => claim.Id), Stretch, cancellationToken))
        {
            foreach (var row in await ListAsync(ids, db, cancellationToken)) yield return row;
        }
    }

    /// <summary>The claims of these ids, in their order.</summary>
    public static async Task<IReadOnlyList<ClaimRow>> ListAsync(IReadOnlyList<long> ids, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Claims.AsNoTracking().Where(claim => EF.Parameter(ids).Contains(claim.Id)).Select(Projection)
            .ToDictionaryAsync(row => row.Claim.Id, cancellationToken);
        return [.. ids.Select(id => rows[id])];
    }
}
