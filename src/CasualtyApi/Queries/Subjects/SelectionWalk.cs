using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Subjects;

/// <summary>The selected claims of one party and category: every subject lies wholly within one such part.</summary>
/// <param name="First">The first of their ids, which orders the parts.</param>
/// <param name="Related">Selected claims of other parts that update one of these, or are contained in its count.</param>
internal sealed record SelectionPart(long First, IReadOnlyList<SelectedClaim> Claims, IReadOnlyList<SelectedClaim> Related)
{
    /// <summary>What of the part is in force, in the light of the related claims.</summary>
    public Sifted Sift()
    {
        var own = Claims.Select(claim => claim.Id).ToHashSet();
        var sifted = InForce.Of([.. Claims, .. Related]);
        return new(
            [.. sifted.Groups.Where(group => own.Contains(group.Standing.Id))], [.. sifted.Excluded.Where(exclusion => own.Contains(exclusion.Claim.Id))]);
    }
}

/// <summary>
/// Goes through a selection part by part, in the order of their first claims, so that a page of subjects never holds more in
/// memory than the parts it shows.
/// </summary>
internal sealed class SelectionWalk(IQueryable<Claim> selected, CasualtyDbContext db)
{
    /// <summary>How many claims are read at once; a part of more is read whole.</summary>
    private const int Together = 5_000;

    private sealed record Extent(long Party, CasualtyCategory Category, long First, int Count);

    /// <param name="from">The first claim of the first part.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public async IAsyncEnumerable<SelectionPart> PartsAsync(long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var few = await Selection.ReadAsync(selected.OrderBy(claim => claim.Id).Take(Together + 1), db, cancellationToken);
        if (few.Count <= Together)
        {
            foreach (var part in PartsOf(few, few).Where(part => part.First >= from)) yield return part;
            yield break;
        }

        var extents = await selected.GroupBy(claim => new { claim.PartyId, claim.Category })
            .Select(group => new Extent(group.Key.PartyId, group.Key.Category, group.Min(claim => claim.Id), group.Count()))
            .ToListAsync(cancellationToken);
        foreach (var stretch in Stretches([.. extents.Where(extent => extent.First >= from).OrderBy(extent => extent.First)]))
        {
            var claims = await Selection.ReadAsync(selected.Where(In(stretch)), db, cancellationToken);
            foreach (var part in PartsOf(claims, [.. claims, .. await RelatedAsync(claims, cancellationToken)])) yield return part;
        }
    }

    private async Task<IReadOnlyList<SelectedClaim>> RelatedAsync(IReadOnlyList<SelectedClaim> claims, CancellationToken cancellationToken)
    {
        var ids = claims.Select(claim => claim.Id).ToList();
        var own = ids.ToHashSet();
        var linked = selected.Where(claim => EF.Parameter(ids).Contains(claim.UpdatesClaimId!.Value) || EF.Parameter(ids).Contains(claim.PartOfClaimId!.Value));
        return [.. (await Selection.ReadAsync(linked, db, cancellationToken)).Where(claim => !own.Contains(claim.Id))];
    }

    private static IEnumerable<SelectionPart> PartsOf(IReadOnlyList<SelectedClaim> claims, IReadOnlyList<SelectedClaim> all)
    {
        var (updating, within) = (all.ToLookup(claim => claim.Updates), all.ToLookup(claim => claim.PartOf));
        return claims.GroupBy(claim => (claim.Party.Id, claim.Category)).Select(group => new SelectionPart(
            group.Min(claim => claim.Id), [.. group],
            [.. group.SelectMany(claim => updating[claim.Id].Concat(within[claim.Id])).Where(claim => (claim.Party.Id, claim.Category) != group.Key).Distinct()]))
            .OrderBy(part => part.First);
    }

    private static IEnumerable<List<Extent>> Stretches(List<Extent> extents)
    {
        var stretch = new List<Extent>();
        foreach (var extent in extents)
        {
            if (stretch.Count > 0 && stretch.Sum(one => one.Count) + extent.Count > Together)
            {
                yield return stretch;
                stretch = [];
            }

            stretch.Add(extent);
        }

        if (stretch.Count > 0) yield return stretch;
    }

    private static Expression<Func<Claim, bool>> In(List<Extent> stretch)
    {
        var claim = Expression.Parameter(typeof(Claim), "claim");
        var parts = stretch.Select(extent =>
        {
            Expression<Func<Claim, bool>> isIn = one => one.PartyId == extent.Party && one.Category == extent.Category;
            return Rebound.To(isIn, claim);
        });
        return Expression.Lambda<Func<Claim, bool>>(parts.Aggregate(Expression.OrElse), claim);
    }
}
