using CasualtyApi.Http;

namespace CasualtyApi.Queries.Held;

/// <summary>The selected claims in one of the orders of `sort`: a page is a search for its cursor and a few steps. What has no key comes last, ties go by id.</summary>
/// <param name="sortedBy">A name of `sort`, without its sign.</param>
internal sealed class HeldSorted(string sortedBy) : IHeldFollower
{
    public const string ById = "id";

    /// <summary>Of more selected claims than this an index of the database finds the page.</summary>
    public const int Most = 2_000_000;

    private readonly OrderedKeys _keyed = new(), _missing = new();

    public int Size => _keyed.Count + _missing.Count;

    public void Add(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits)
    {
        foreach (var at in new HitsAt(hits))
        {
            var (keys, one) = Place(stretch, at);
            keys.Add(one);
        }
    }

    public void Remove(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits)
    {
        foreach (var at in new HitsAt(hits))
        {
            var (keys, one) = Place(stretch, at);
            keys.Remove(one);
        }
    }

    /// <summary>The first ids beyond the cursor, in ascending or descending order.</summary>
    public List<long> Page(Cursor? cursor, bool descending, int limit)
    {
        var page = new List<long>(limit);
        var isMissing = cursor is not null && sortedBy != ById && cursor.Key is null;
        var last = cursor is null ? ((long, int)?)null : (isMissing ? 0 : sortedBy == ById ? cursor.Id : cursor.Key!.Value, (int)cursor.Id);
        if (!isMissing) Take(_keyed.InOrder(), last, descending, limit, page);
        Take(_missing.InOrder(), isMissing ? last : null, descending, limit, page);
        return page;
    }

    private static void Take(List<(long Key, int Id)> list, (long, int)? last, bool descending, int limit, List<long> page)
    {
        var place = last is { } end ? list.BinarySearch(end) : descending ? ~list.Count : -1;
        var (next, step) = descending ? ((place < 0 ? ~place : place) - 1, -1) : (place < 0 ? ~place : place + 1, 1);
        for (; next >= 0 && next < list.Count && page.Count < limit; next += step) page.Add(list[next].Id);
    }

    private (OrderedKeys Keys, (long, int) One) Place(HeldStretch stretch, int at)
    {
        var (key, id) = (stretch.Key(sortedBy, at), stretch.Id[at]);
        return key is { } known ? (_keyed, (known, id)) : (_missing, (0, id));
    }
}
