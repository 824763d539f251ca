using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Claims;

/// <summary>One line of a claim's history.</summary>
internal sealed record ClaimChange(long Claim, long Position, DateTime At, string Actor, ChangeKind Kind, string? Reason)
{
    /// <summary>
    /// The changes of claims up to a position of the ledger, by claim, the first one first. By ids that are known already: asked to join claims and changes,
    /// SQLite begins with every change there is.
    /// </summary>
    public static async Task<ILookup<long, ClaimChange>> OfAsync(
        IEnumerable<long> claims, long position, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var ids = claims.ToList();
        var changes = await db.Changes.AsNoTracking()
            .Where(change => change.Record == RecordKind.Claim && EF.Parameter(ids).Contains(change.RecordId) && change.Position <= position)
            .Select(change => new { change.RecordId, change.Position, change.At, change.Actor, change.Kind, change.Reason })
            .ToListAsync(cancellationToken);
        return changes.OrderBy(change => change.Position).ToLookup(
            change => change.RecordId,
            change => new ClaimChange(change.RecordId, change.Position, Instant.Of(change.At), change.Actor, change.Kind, change.Reason));
    }
}
