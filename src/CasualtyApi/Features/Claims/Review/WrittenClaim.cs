using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>The claim that an operation changes, and its answer.</summary>
internal static class WrittenClaim
{
    /// <summary>Tracked, with everything a correction can touch; null where there is none.</summary>
    public static Task<Claim?> FindAsync(CasualtyDbContext db, long id, CancellationToken cancellationToken) => db.Claims
        .Include(claim => claim.Party).Include(claim => claim.Blamed).Include(claim => claim.Place)
        .Include(claim => claim.Statement).Include(claim => claim.Claimants)
        .SingleOrDefaultAsync(claim => claim.Id == id, cancellationToken);

    /// <summary>What its address answers, as the database holds it.</summary>
    public static async Task<ClaimResponse> AnswerAsync(CasualtyDbContext db, long id, CancellationToken cancellationToken)
    {
        var row = await db.Claims.AsNoTracking().Where(claim => claim.Id == id).Select(ClaimRow.Projection).SingleAsync(cancellationToken);
        return ClaimResponse.Of(row, await SourceDirectory.LoadAsync(db, row.SourceIds, cancellationToken));
    }
}
