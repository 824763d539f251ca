using System.Runtime.CompilerServices;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>The selected claims of one party and category, before they are read.</summary>
internal sealed record Extent(long Party, CasualtyCategory Category, long First, int Count);

/// <summary>What a filter selects, as a walk reads it.</summary>
internal interface ISelected
{
    Task<IReadOnlyList<Extent>> ExtentsAsync(CancellationToken cancellationToken);

    /// <summary>The parts of some extents, where all of them are kept from before; else null.</summary>
    IReadOnlyList<SelectionPart>? Find(IReadOnlyList<Extent> extents);

    /// <summary>Parts that were read are kept, where that can be.</summary>
    /// <returns>The same parts.</returns>
    IReadOnlyList<SelectionPart> Keep(IReadOnlyList<SelectionPart> parts);

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
        var extents = await selected.ExtentsAsync(cancellationToken);
        foreach (var stretch in Stretches([.. extents.Where(extent => extent.First >= from).OrderBy(extent => extent.First)]))
        {
            foreach (var part in selected.Find(stretch) ?? await ReadAsync(stretch, cancellationToken)) yield return part;
        }
    }

    private async Task<IReadOnlyList<SelectionPart>> ReadAsync(List<Extent> stretch, CancellationToken cancellationToken)
    {
        var claims = await selected.ReadAsync(stretch, cancellationToken);
        return selected.Keep(SelectionPart.Of(claims, [.. claims, .. await RelatedAsync(claims, cancellationToken)]));
    }

    private async Task<IEnumerable<SelectedClaim>> RelatedAsync(IReadOnlyList<SelectedClaim> claims, CancellationToken cancellationToken)
    {
        var own = claims.Select(claim => claim.Id).ToHashSet();
        return (await selected.RelatedAsync([.. own], cancellationToken)).Where(claim => !own.Contains(claim.Id));
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
