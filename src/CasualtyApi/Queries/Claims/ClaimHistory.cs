using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Claims;

/// <summary>Every state a claim has had, newest first.</summary>
internal sealed record ClaimRevisionsResponse(IReadOnlyList<ClaimRevisionResponse> Items, int Total, long Position) : IPositioned;

/// <summary>One state of a claim, and the change that made it.</summary>
/// <param name="Since">The position of that change.</param>
/// <param name="Until">The position of the change that ended this state; null for the present one.</param>
/// <param name="Actor">Who made the change.</param>
internal sealed record ClaimRevisionResponse(
    int Revision, long Since, long? Until, DateTime At, string Actor, ChangeKind Kind, string? Reason, ClaimResponse Claim);

/// <summary>Reads the states of one claim.</summary>
internal static class ClaimHistory
{
    /// <returns>Null where there is no such claim.</returns>
    public static async Task<ClaimRevisionsResponse?> ReadAsync(long id, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var present = await db.Claims.AsNoTracking().Where(claim => claim.Id == id)
            .Select(ClaimRow.Projection).SingleOrDefaultAsync(cancellationToken);
        if (present is null)
        {
            return null;
        }

        var earlier = await db.ClaimRevisions.AsNoTracking().Where(revision => revision.Id == id)
            .OrderByDescending(revision => revision.Revision).ToListAsync(cancellationToken);
        var rows = new List<(ClaimRow Row, long? Until)> { (present, null) };
        foreach (var revision in earlier)
        {
            rows.Add((await RowAsync(revision, present, db, cancellationToken), revision.Until));
        }

        var changes = await db.Changes.AsNoTracking()
            .Where(change => change.Record == RecordKind.Claim && change.RecordId == id)
            .ToDictionaryAsync(change => change.Revision, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, rows.SelectMany(pair => pair.Row.SourceIds), cancellationToken);
        return new(
            [.. rows.Select(pair => Shape(pair.Row, pair.Until, changes[pair.Row.Claim.Revision], sources))], rows.Count, ledger.Position);
    }

    /// <summary>An earlier state names other parties, places and claimants; its statement and document stay.</summary>
    private static async Task<ClaimRow> RowAsync(
        ClaimRevision revision, ClaimRow present, CasualtyDbContext db, CancellationToken cancellationToken) => new()
        {
            Claim = revision,
            Party = await db.Parties.AsNoTracking().SingleAsync(party => party.Id == revision.PartyId, cancellationToken),
            Blamed = await db.Parties.AsNoTracking().SingleOrDefaultAsync(party => party.Id == revision.BlamedId, cancellationToken),
            Place = await db.Places.AsNoTracking().SingleOrDefaultAsync(place => place.Id == revision.PlaceId, cancellationToken),
            StatementKind = present.StatementKind,
            Document = present.Document,
            ClaimantIds = revision.ClaimantIds,
            RelayIds = present.RelayIds,
        };

    private static ClaimRevisionResponse Shape(ClaimRow row, long? until, Change change, SourceDirectory sources) => new(
        row.Claim.Revision, row.Claim.Since, until, Instant.Of(change.At), change.Actor, change.Kind, change.Reason,
        ClaimResponse.Of(row, sources));
}
