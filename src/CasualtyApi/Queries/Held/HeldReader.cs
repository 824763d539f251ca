using System.Runtime.CompilerServices;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>Reads claims as they are held.</summary>
internal static class HeldReader
{
    public static async Task<List<HeldClaim>> ReadAsync(CasualtyDbContext db, IQueryable<Claim> claims, HeldWords words, CancellationToken cancellationToken)
    {
        var held = new List<HeldClaim>();
        await foreach (var claim in EachAsync(db, claims, words, cancellationToken)) held.Add(claim);
        return held;
    }

    public static async IAsyncEnumerable<HeldClaim> EachAsync(
        CasualtyDbContext db, IQueryable<Claim> claims, HeldWords words, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var jointly = (await db.ClaimClaimants.Where(claimant => claimant.Ordinal > 0 && claims.Any(claim => claim.Id == claimant.ClaimId))
                .OrderBy(claimant => claimant.ClaimId).ThenBy(claimant => claimant.Ordinal)
                .Select(claimant => new { claimant.ClaimId, claimant.SourceId }).ToListAsync(cancellationToken))
            .GroupBy(claimant => claimant.ClaimId, claimant => (int)claimant.SourceId).ToDictionary(group => group.Key, group => group.ToArray());
        var mixed = await claims.Where(claim => claim.Category == CasualtyCategory.Mixed)
            .Select(claim => new { claim.Id, claim.MixedOf }).ToDictionaryAsync(claim => claim.Id, claim => claim.MixedOf, cancellationToken);
        await foreach (var row in claims.OrderBy(claim => claim.Id).Select(HeldRow.Projection).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return row.Held(mixed.GetValueOrDefault(row.Id, []), jointly.GetValueOrDefault(row.Id), words);
        }
    }
}
