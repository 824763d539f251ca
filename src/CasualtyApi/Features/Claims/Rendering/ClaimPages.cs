using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Reading;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>
/// Finds which claims a page shows: in the order that is kept of the filter, or, where it selects very many or nothing is held
/// yet, by an index of the database.
/// </summary>
/// <param name="known">The claims of the same moment; null while they are not held.</param>
/// <param name="isRanked">Whether what a search finds comes in the order of its relevance.</param>
internal sealed class ClaimPages(ClaimFilter filter, QueryValues query, CasualtyDbContext db, HeldClaims? known, HeldViews views, bool isRanked)
{
    private readonly int _limit = Keyset.LimitOf(query);
    private readonly string? _how = query.Get(PageFields.Total);
    private readonly string _sortedBy = ClaimOrder.Keys.SortedBy(query);

    public async Task<ClaimPage> ReadAsync(long position, ClaimNames names, CancellationToken cancellationToken)
    {
        var (count, ids, floor) = known is null ? (null, null, null) : isRanked ? Ranked(known) : views.Ask(known, filter.HeldWhole(known, db), Page);
        ids ??= await ClaimIds.ListAsync(ClaimOrder.Keys.Legs(filter.Of(db), query), _limit + 1, cancellationToken);
        count = _how == "none" ? null : count ?? await Keyset.CountAsync(filter.Of(db), _how, cancellationToken);
        var isMore = count > Keyset.CountedTo && _how is null;
        var undated = await filter.CountUndatedAsync(db, known, views, cancellationToken);

        var cells = ClaimCells.Of(db);
        await cells.ExpectAsync(ids, cancellationToken);
        string? next = null;
        if (ids.Count > _limit)
        {
            next = ClaimOrder.Keys.CursorAt(ids[_limit - 1], floor ?? ClaimPage.KeyOf(_sortedBy, cells, ids[_limit - 1]), query).ToString();
            ids.RemoveAt(_limit);
        }

        var claim = new ClaimJson(cells, await names.AtAsync(db, position, cancellationToken), known, filter.Search?.Terms);
        return new(ids, new(isMore ? Keyset.CountedTo : count, isMore, undated), position, next, claim);
    }

    private (int? Count, List<long>? Ids, long? Floor) Ranked(HeldClaims claims)
    {
        var (found, oldest, total) = new HeldRanking(filter, claims, db).Page(query);
        return (total, found, oldest);
    }

    private (int? Count, List<long>? Ids, long? Floor) Page(HeldView view) => (view.Count, view.Count > HeldSorted.Most ? null : view
        .Following((typeof(HeldSorted), _sortedBy), _ => new HeldSorted(_sortedBy))
        .Page(query.Get(PageFields.Cursor), ClaimOrder.Keys.IsDescending(query), _limit + 1), null);
}
