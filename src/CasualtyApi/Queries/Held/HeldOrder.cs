using CasualtyApi.Http;

namespace CasualtyApi.Queries.Held;

/// <summary>Orders held claims as `sort` asks for it, and finds a page of them: what has no key comes last, ties go by id.</summary>
/// <param name="sortedBy">A name of `sort`, without its sign.</param>
internal sealed class HeldOrder(HeldClaims claims, string sortedBy, bool descending)
{
    private readonly int _way = descending ? -1 : 1;

    /// <summary>The first ids beyond the cursor.</summary>
    /// <param name="ids">Those that are selected, in order.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="limit">How many at most.</param>
    public List<long> Page(IReadOnlyList<int> ids, Cursor? cursor, int limit)
    {
        var last = cursor is null ? (Rank?)null : RankOf(cursor.Id, sortedBy == "id" ? cursor.Id : cursor.Key);
        var best = new PriorityQueue<long, Rank>(limit + 1, Rank.LastFirst);
        foreach (var id in ids)
        {
            var rank = RankOf(id, KeyOf(id));
            if (last is { } end && rank.CompareTo(end) <= 0) continue;
            if (best.Count < limit) best.Enqueue(id, rank);
            else best.EnqueueDequeue(id, rank);
        }

        var page = new List<long>(best.Count);
        while (best.TryDequeue(out var id, out _)) page.Add(id);
        page.Reverse();
        return page;
    }

    /// <summary>The key of a claim, for the cursor.</summary>
    public long? KeyOf(long id)
    {
        var (stretch, at) = (claims.Stretches[(int)((id - 1) / HeldStretch.Size)], (int)((id - 1) % HeldStretch.Size));
        return sortedBy switch
        {
            "receivedAt" => stretch.ReceivedAt[at],
            "updatedAt" => stretch.UpdatedAt[at],
            "publishedAt" => stretch.Published[at] is not 0 and var day ? day : null,
            "low" => stretch.Low[at] is not HeldClaim.Open and var low ? low : null,
            "high" => stretch.High[at] is not HeldClaim.Open and var high ? high : null,
            _ => id,
        };
    }

    private Rank RankOf(long id, long? key) => new(key is null, (key ?? 0) * _way, id * _way);

    private readonly record struct Rank(bool IsMissing, long Key, long Id) : IComparable<Rank>
    {
        public static readonly IComparer<Rank> LastFirst = Comparer<Rank>.Create((one, other) => other.CompareTo(one));

        public int CompareTo(Rank other) =>
            IsMissing != other.IsMissing ? IsMissing.CompareTo(other.IsMissing)
            : Key != other.Key ? Key.CompareTo(other.Key)
            : Id.CompareTo(other.Id);
    }
}
