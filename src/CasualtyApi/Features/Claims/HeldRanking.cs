using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Reading;

namespace CasualtyApi.Features.Claims;

/// <summary>
/// The order of <see cref="RankedClaims"/> over claims that are held: the index is read once, the newest hits first, each hit is
/// held against the other filters in memory, and the reading stops when the page is full and enough is counted.
/// </summary>
internal sealed class HeldRanking(ClaimFilter filter, HeldClaims claims, CasualtyDbContext db)
{
    /// <summary>The ids beyond the cursor, one more than a page has where there is one; where the ranked hits end; and how many are selected.</summary>
    public (List<long> Ids, long Floor, int? Count) Page(QueryValues query)
    {
        var (limit, cursor, how) = (Keyset.LimitOf(query) + 1, query.Get(PageFields.Cursor), query.Get(PageFields.Total));
        var (ranked, older, count, hits, floor) = (new List<long>(), new List<long>(), 0, 0, cursor?.Key);
        var selected = new Selected(claims, filter.HeldBeside(claims));
        var (isRanked, least) = (cursor is null || cursor.Id >= floor, how == "exact" ? int.MaxValue : how is null ? Keyset.CountedTo + 1 : 0);
        foreach (var id in filter.Search!.Newest(claims, db))
        {
            if (++hits == RankedClaims.Ranked && cursor is null) floor = id;
            if (id < 0 || !selected.Contains(id)) continue;
            count++;
            if (floor is null || id >= floor)
            {
                if (isRanked) ranked.Add(id);
            }
            else if (older.Count < limit && (isRanked || id < cursor!.Id))
            {
                older.Add(id);
            }

            if (count >= least && older.Count >= limit) break;
        }

        var last = cursor is not null && isRanked ? Scored([cursor.Id]).Single() : null;
        var ids = Scored(ranked).Where(hit => last is null || hit.CompareTo(last) > 0).Order().Select(hit => hit.Id).Concat(older).Take(limit).ToList();
        return (ids, floor ?? 0, how == "none" ? null : count);
    }

    private IEnumerable<RankedClaims.Hit> Scored(IReadOnlyCollection<long> ids) =>
        ClaimCells.Of(db).Quotes(ids).Select(quote => new RankedClaims.Hit(quote.Id, RankedClaims.Score(filter.Search!.Terms, quote.Words)));

    /// <summary>Which claims the other filters select, found out a stretch at a time as hits fall into it.</summary>
    private sealed class Selected(HeldClaims claims, HeldFilter filter)
    {
        private readonly ulong[] _hits = new ulong[Hits.Words];
        private int _index = -1;

        public bool Contains(int id)
        {
            var (index, at) = Math.DivRem(id - 1, HeldStretch.Size);
            if (index != _index) HeldSelection.Select(filter, claims.Sources, claims.Stretches[_index = index], _hits);
            return (_hits[at / Hits.Together] >> (at % Hits.Together) & 1) != 0;
        }
    }
}
