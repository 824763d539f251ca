using System.Runtime.InteropServices;

namespace CasualtyApi.Queries.Held;

/// <summary>How many claims each id has, kept from one position to the next, and which have most.</summary>
internal sealed class KeptCount
{
    /// <summary>A place in an array is so much smaller than one in a dictionary.</summary>
    private const int Thinnest = 6;

    private readonly Dictionary<int, int>? _few;
    private int[] _all;
    private HeldTop? _top;

    /// <param name="expected">About how many ids there will be.</param>
    /// <param name="last">The highest.</param>
    public KeptCount(int expected, int last)
    {
        var isDense = expected > last / Thinnest;
        (_all, _few) = (isDense ? new int[last + 1] : [], isDense ? null : new(Math.Min(expected, 1_024)));
    }

    /// <summary>How many ids have claims.</summary>
    public int Ids { get; private set; }

    /// <summary>What it takes, in places of a dictionary.</summary>
    public int Size => _few?.Count ?? _all.Length / Thinnest;

    public int this[int id] => _few is null ? (id < _all.Length ? _all[id] : 0) : _few.GetValueOrDefault(id);

    public void Add(int id, int claims)
    {
        if (_few is null && id >= _all.Length) Array.Resize(ref _all, Math.Max(id + 1, _all.Length + (_all.Length / 4)));
        ref var count = ref _few is null ? ref _all[id] : ref CollectionsMarshal.GetValueRefOrAddDefault(_few, id, out _);
        var before = count;
        count += claims;
        if (before == 0) Ids++;
        if (count == 0)
        {
            Ids--;
            _few?.Remove(id);
        }

        _top = null;
    }

    /// <summary>Those of most claims; of equally many the one met first, and last what has no value.</summary>
    public HeldTop Top(int limit)
    {
        if (_top is { } known && known.Limit == limit) return known;
        var best = new PriorityQueue<(int Id, int Claims), (int, int)>();
        var least = 0;
        if (_few is not null)
        {
            foreach (var (id, claims) in _few) Take(best, id, claims, limit);
        }
        else
        {
            for (var id = 0; id < _all.Length; id++)
            {
                // Of as many claims as the last of them, a later id comes after it.
                if (_all[id] <= least) continue;
                Take(best, id, _all[id], limit);
                if (best.Count == limit) least = best.Peek().Claims - (best.Peek().Id == 0 ? 1 : 0);
            }
        }

        var top = new List<(int, int)>(best.Count);
        while (best.TryDequeue(out var one, out _)) top.Add(one);
        top.Reverse();
        return _top = new(top, Math.Max(0, Ids - limit), limit);
    }

    private static void Take(PriorityQueue<(int, int), (int, int)> best, int id, int claims, int limit)
    {
        var rank = (claims, id == 0 ? int.MinValue : -id);
        if (best.Count < limit) best.Enqueue((id, claims), rank);
        else if (best.TryPeek(out _, out var least) && rank.CompareTo(least) > 0) best.DequeueEnqueue((id, claims), rank);
    }
}

/// <summary>The ids of most claims, and how many more there are.</summary>
internal sealed record HeldTop(IReadOnlyList<(int Id, int Claims)> Values, int More, int Limit);
