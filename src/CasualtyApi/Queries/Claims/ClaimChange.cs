using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Claims;

/// <summary>One line of a claim's history.</summary>
internal sealed record ClaimChange(long Claim, long Position, DateTime At, string Actor, ChangeKind Kind, string? Reason)
{
    /// <summary>The changes of every claim of a document up to a position of the ledger, by claim.</summary>
    public static async Task<ILookup<long, ClaimChange>> OfDocumentAsync(
        long document, long position, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var changes = await db.Changes.AsNoTracking()
            .Where(change => change.Record == RecordKind.Claim && change.Position <= position)
            .Join(db.Claims.Where(claim => claim.DocumentId == document), change => change.RecordId, claim => claim.Id, (change, _) => change)
            .OrderBy(change => change.Position)
            .Select(change => new { change.RecordId, change.Position, change.At, change.Actor, change.Kind, change.Reason })
            .ToListAsync(cancellationToken);
        return changes.ToLookup(
            change => change.RecordId,
            change => new ClaimChange(change.RecordId, change.Position, Instant.Of(change.At), change.Actor, change.Kind, change.Reason));
    }
}
