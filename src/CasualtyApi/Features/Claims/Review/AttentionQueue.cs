using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>
/// The selected claims in the order they want a reviewer's eye; of equal reasons by id. A cursor names the reason and the id of
/// the last claim shown: what changes meanwhile is shown, or not, where it stands now, and nothing else moves.
/// </summary>
internal sealed class AttentionQueue(ClaimFilter filter, HeldClaims held, CasualtyDbContext db, CancellationToken cancellationToken) : IRanking
{
    private const int Together = 500;

    public static bool IsAskedFor(QueryValues query) => query.Get(ClaimOrder.Keys.FieldOfFound)?.TrimStart('-') == ClaimOrder.Attention;

    public async Task<Page<ClaimRow>> PageAsync(QueryValues query, long position)
    {
        var (limit, how) = (Keyset.LimitOf(query), query.Get(PageFields.Total));
        var (ids, total) = await OrderedAsync(query);
        var shown = ids.Take(limit + 1).ToList();
        var next = shown.Count > limit ? new Cursor(query.Selection, shown[limit - 1], (long)held.Attention[shown[limit - 1]]).ToString() : null;
        var isMore = how is null && total > Keyset.CountedTo;
        return new(await RowsAsync([.. shown.Take(limit)]), how == "none" ? null : isMore ? Keyset.CountedTo : total, isMore, position, next);
    }

    public async IAsyncEnumerable<ClaimRow> AllAsync(QueryValues query)
    {
        foreach (var stretch in (await OrderedAsync(query)).Ids.Chunk(Together))
        {
            foreach (var row in await RowsAsync(stretch)) yield return row;
        }
    }

    /// <summary>Those beyond the cursor, in their order, and how many there are before and beyond it.</summary>
    private async Task<(IEnumerable<int> Ids, int Total)> OrderedAsync(QueryValues query)
    {
        var sorting = new Sorting(held.Attention);
        held.Each(filter.HeldWhole(held, db), ref sorting);
        var (cursor, descending) = (query.Get(PageFields.Cursor), query.Get(ClaimOrder.Keys.FieldOfFound)!.StartsWith('-'));
        var ascending = sorting.ByReason.SelectMany((ids, reason) => ids.Select(id => (Reason: (long)reason, Id: (long)id)));
        var ordered = descending ? ascending.Reverse() : ascending;
        var last = (cursor?.Key ?? 0, cursor?.Id ?? 0);
        var beyond = cursor is null ? ordered : ordered.SkipWhile(claim => descending ? claim.CompareTo(last) >= 0 : claim.CompareTo(last) <= 0);
        return (beyond.Select(claim => (int)claim.Id), sorting.ByReason.Sum(ids => ids.Count));
    }

    private async Task<IReadOnlyList<ClaimRow>> RowsAsync(int[] ids)
    {
        var wanted = ids.Select(id => (long)id).ToList();
        var rows = await db.Claims.AsNoTracking().Where(claim => EF.Parameter(wanted).Contains(claim.Id)).Select(ClaimRow.Projection)
            .ToDictionaryAsync(row => row.Claim.Id, cancellationToken);
        return wanted.ConvertAll(id => rows[id]);
    }

    private readonly struct Sorting(HeldAttention attention) : IHeldVisitor
    {
        public List<int>[] ByReason { get; } = [.. Enum.GetValues<Attention>().Select(_ => new List<int>())];

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            foreach (var at in new HitsAt(hits)) ByReason[(int)attention[stretch.Id[at]]].Add(stretch.Id[at]);
        }
    }
}
