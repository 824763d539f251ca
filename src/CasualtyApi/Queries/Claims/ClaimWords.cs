using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Claims;

/// <summary>Where the words of a claim stand.</summary>
internal static class ClaimWords
{
    /// <returns>The page of its document, opened at them; null where there is no such claim.</returns>
    public static async Task<string?> FindAsync(long id, CasualtyDbContext db, CancellationToken cancellationToken) =>
        await db.Claims.AsNoTracking().Where(claim => claim.Id == id)
            .Select(claim => $"/documents/{claim.DocumentId}#char={claim.Start},{claim.End}").SingleOrDefaultAsync(cancellationToken);
}
