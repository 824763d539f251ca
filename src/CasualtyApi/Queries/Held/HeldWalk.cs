using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>Walks over the claims a filter selects: by what is held where that is enough, else by the ids that SQL finds.</summary>
internal static class HeldWalk
{
    public static async Task EachAsync<TVisitor>(
        HeldClaims claims, ClaimFilter filter, CasualtyDbContext db, TVisitor visitor, CancellationToken cancellationToken) where TVisitor : struct, IHeldVisitor
    {
        if (filter.Held is { } held) claims.Each(held, ref visitor);
        else claims.Each(await filter.Of(db).OrderBy(claim => claim.Id).Select(claim => claim.Id).ToListAsync(cancellationToken), ref visitor);
    }
}
