using System.Linq.Expressions;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>How many claims, whatever their status, name a party or a place: one of their columns.</summary>
/// <param name="held">Where it stands in memory.</param>
/// <param name="stored">Where it stands in the database.</param>
internal sealed class ClaimMentions(Func<HeldStretch, int[]> held, Expression<Func<Claim, long?>> stored)
{
    public static readonly ClaimMentions
        OfParty = new(stretch => stretch.Party, claim => claim.PartyId),
        OfBlamed = new(stretch => stretch.Blamed, claim => claim.BlamedId),
        OfPlace = new(stretch => stretch.Place, claim => claim.PlaceId);

    /// <summary>Counted in memory where the claims are held, else by the database; an id that no claim names can be missing.</summary>
    public async Task<Dictionary<long, int>> CountAsync(HeldClaims? known, CasualtyDbContext db, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        known is not null ? HeldMentions.Of(known, held, ids) : await db.Claims.Select(stored)
            .Where(id => EF.Parameter(ids).Contains(id!.Value)).GroupBy(id => id!.Value)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}
