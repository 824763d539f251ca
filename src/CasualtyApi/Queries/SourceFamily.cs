using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>
/// Which sources stand for those a filter names, so that filters compare ids alone. What <see cref="SourceDirectory"/> follows
/// upwards for one answer is followed downwards here; a step is one query, and three are many.
/// </summary>
internal static class SourceFamily
{
    /// <summary>All that a reviewer found to be the same as one of these, these included.</summary>
    public static async Task<IReadOnlyList<long>> SameAsync(
        CasualtyDbContext db, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        await DownAsync(
            await ResolvedAsync(db, ids, cancellationToken),
            above => db.Sources.Where(source => EF.Parameter(above).Contains(source.MergedIntoId!.Value)), cancellationToken);

    /// <summary>All whose claims originate in one of these: themselves and, step by step, those who speak for them.</summary>
    public static async Task<IReadOnlyList<long>> OriginatingInAsync(
        CasualtyDbContext db, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var resolved = await ResolvedAsync(db, ids, cancellationToken);
        var tops = await db.Sources.Where(source => resolved.Contains(source.Id) && source.AffiliationId == null)
            .Select(source => source.Id).ToListAsync(cancellationToken);
        return await DownAsync(
            tops,
            above => db.Sources.Where(source => EF.Parameter(above).Contains((source.MergedIntoId ?? source.AffiliationId)!.Value)), cancellationToken);
    }

    /// <summary>All that belong to one of some countries, with those found to be the same.</summary>
    public static async Task<IReadOnlyList<long>> OfAsync(CasualtyDbContext db, IReadOnlyList<string> countries, CancellationToken cancellationToken) =>
        await SameAsync(
            db, await db.Sources.Where(source => source.MergedIntoId == null && countries.Contains(source.Country!)).Select(source => source.Id).ToListAsync(cancellationToken),
            cancellationToken);

    private static async Task<List<long>> ResolvedAsync(CasualtyDbContext db, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var directory = await SourceDirectory.LoadAsync(db, ids, cancellationToken);
        return [.. ids.Select(id => directory.Name(id).Id).Distinct()];
    }

    private static async Task<IReadOnlyList<long>> DownAsync(
        List<long> tops, Func<List<long>, IQueryable<Source>> below, CancellationToken cancellationToken)
    {
        var found = tops.ToHashSet();
        for (var level = tops; level.Count > 0;)
        {
            var next = await below(level).Select(source => source.Id).ToListAsync(cancellationToken);
            level = next.FindAll(found.Add);
        }

        return [.. found];
    }
}
