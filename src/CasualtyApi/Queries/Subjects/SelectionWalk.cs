using System.Runtime.CompilerServices;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;

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

/// <summary>The selected claims of one party and category, before they are read.</summary>
internal sealed record Extent(long Party, CasualtyCategory Category, long First, int Count);

/// <summary>What a filter selects, as a walk reads it.</summary>
internal interface ISelected
{
    /// <summary>The first so many.</summary>
    Task<IReadOnlyList<SelectedClaim>> FirstAsync(int count, CancellationToken cancellationToken);

    Task<IReadOnlyList<Extent>> ExtentsAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<SelectedClaim>> ReadAsync(IReadOnlyList<Extent> extents, CancellationToken cancellationToken);

    /// <summary>Those that update one of some claims, or are contained in its count.</summary>
    Task<IReadOnlyList<SelectedClaim>> RelatedAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken);
}

/// <summary>
/// Goes through a selection part by part, in the order of their first claims, so that a page of subjects never holds more in
/// memory than the parts it shows.
/// </summary>
internal sealed class SelectionWalk(ISelected selected)
{
    /// <summary>How many claims are read at once; a part of more is read whole.</summary>
    private const int Together = 5_000;

    /// <summary>Over what is held in memory where that is known, else over what is stored.</summary>
    public static SelectionWalk Of(ClaimFilter filter, HeldClaims? known, CasualtyDbContext db) =>
        new(known is null ? new StoredSelection(filter.Of(db), db) : new HeldSelected(known, filter.HeldWhole(known, db), db));

    /// <param name="from">The first claim of the first part.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public async IAsyncEnumerable<SelectionPart> PartsAsync(long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var few = await selected.FirstAsync(Together + 1, cancellationToken);
        if (few.Count <= Together)
        {
            foreach (var part in PartsOf(few, few).Where(part => part.First >= from)) yield return part;
            yield break;
        }

        var extents = await selected.ExtentsAsync(cancellationToken);
        foreach (var stretch in Stretches([.. extents.Where(extent => extent.First >= from).OrderBy(extent => extent.First)]))
        {
            var claims = await selected.ReadAsync(stretch, cancellationToken);
            foreach (var part in PartsOf(claims, [.. claims, .. await RelatedAsync(claims, cancellationToken)])) yield return part;
        }
    }

    private async Task<IEnumerable<SelectedClaim>> RelatedAsync(IReadOnlyList<SelectedClaim> claims, CancellationToken cancellationToken)
    {
        var own = claims.Select(claim => claim.Id).ToHashSet();
        return (await selected.RelatedAsync([.. own], cancellationToken)).Where(claim => !own.Contains(claim.Id));
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
}
