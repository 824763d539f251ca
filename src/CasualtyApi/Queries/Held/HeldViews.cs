namespace CasualtyApi.Queries.Held;

/// <summary>
/// The filters that were asked for, with what was counted of them: asked again, at whatever later position, they cost no walk.
/// Those that were not asked for the longest go first when they take too much.
/// </summary>
internal sealed class HeldViews
{
    /// <summary>In bytes, about.</summary>
    private const int Place = 20;

    /// <summary>In places of a dictionary: a sixteenth of the memory there is for the heap, and 120 MB at most.</summary>
    private static readonly long MostSize = Math.Min(6_000_000, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 16 / Place);

    private const int MostViews = 4_096;

    private readonly Dictionary<string, Kept> _views = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _size, _asked;

    /// <summary>Asks what a filter selects; it is this request's alone meanwhile.</summary>
    public TAnswer Ask<TAnswer>(HeldClaims claims, HeldFilter filter, Func<HeldView, TAnswer> ask)
    {
        if (filter.Only is not null) return Once(claims, filter, ask);
        var kept = Find(filter);
        lock (kept.View)
        {
            if (kept.View.Position <= claims.Position)
            {
                var answer = kept.View.Ask(claims, ask);
                Account(kept);
                return answer;
            }
        }

        // A request of an earlier moment than what is kept counts for itself.
        return Once(claims, filter, ask);
    }

    public int Count(HeldClaims claims, HeldFilter filter) => Ask(claims, filter, view => view.Count);

    private static TAnswer Once<TAnswer>(HeldClaims claims, HeldFilter filter, Func<HeldView, TAnswer> ask) => new HeldView(filter).Ask(claims, ask);

    private Kept Find(HeldFilter filter)
    {
        var key = filter.Key;
        lock (_lock)
        {
            if (!_views.TryGetValue(key, out var kept)) _views[key] = kept = new(new(filter));
            kept.Asked = ++_asked;
            return kept;
        }
    }

    private void Account(Kept kept)
    {
        var size = kept.View.Size;
        if (size == kept.Size) return;
        lock (_lock)
        {
            if (kept.IsForgotten) return;
            _size += size - kept.Size;
            kept.Size = size;
            if (_size > MostSize || _views.Count > MostViews) Forget();
        }
    }

    private void Forget()
    {
        foreach (var (key, kept) in _views.OrderBy(view => view.Value.Asked).Take((_views.Count / 4) + 1).ToList())
        {
            _views.Remove(key);
            _size -= kept.Size;
            kept.IsForgotten = true;
        }
    }

    private sealed class Kept(HeldView view)
    {
        public HeldView View => view;

        public int Size { get; set; }

        public long Asked { get; set; }

        public bool IsForgotten { get; set; }
    }
}
