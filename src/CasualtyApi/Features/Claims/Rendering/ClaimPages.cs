using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Reading;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>
/// Finds which claims a page shows. Where a filter selects few of those held in memory, they are ordered there; where it selects
/// many, an index of the database leads to the page.
/// </summary>
/// <param name="known">The claims of the same moment; null while they are not held.</param>
internal sealed class ClaimPages(ClaimFilter filter, QueryValues query, CasualtyDbContext db, HeldClaims? known, HeldViews views)
{
    private readonly int _limit = Keyset.LimitOf(query);
    private readonly string? _how = query.Get(PageFields.Total);
    private readonly string _sortedBy = ClaimOrder.Keys.SortedBy(query);

    public async Task<ClaimPage> ReadAsync(long position, ClaimNames names, CancellationToken cancellationToken)
    {
        var (count, ids) = known is not null && filter.Held(known) is { } held
            ? views.Ask(known, held, view => ((int?)view.Count, view.Ids is null ? null : Few(view.Ids)))
            : (null, null);
        ids ??= await ClaimIds.ListAsync(ClaimOrder.Keys.Legs(filter.Of(db), query), _limit + 1, cancellationToken);
        count = _how == "none" ? null : count ?? await Keyset.CountAsync(filter.Of(db), _how, cancellationToken);
        var isMore = count > Keyset.CountedTo && _how is null;
        var undated = await filter.CountUndatedAsync(db, known, views, cancellationToken);

        var cells = ClaimCells.Of(db);
        string? next = null;
        if (ids.Count > _limit)
        {
            next = ClaimOrder.Keys.CursorAt(ids[_limit - 1], KeyOf(ids[_limit - 1], cells), query).ToString();
            ids.RemoveAt(_limit);
        }

        return new(
            ids, new(isMore ? Keyset.CountedTo : count, isMore, undated), position, next, cells, await names.AtAsync(db, position, cancellationToken));
    }

    private List<long> Few(IReadOnlyList<int> ids) => Order(known!).Page(ids, query.Get(PageFields.Cursor), _limit + 1);

    private HeldOrder Order(HeldClaims claims) => new(claims, _sortedBy, ClaimOrder.Keys.IsDescending(query));

    private long? KeyOf(long id, ClaimCells cells) => known is null ? ClaimPage.KeyOf(_sortedBy, cells, id) : Order(known).KeyOf(id);
}
