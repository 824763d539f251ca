namespace CasualtyApi.Queries.Held;

/// <summary>What is counted of the claims that a filter selects, kept from one position to the next.</summary>
internal interface IHeldFollower
{
    /// <summary>What it takes, in places of a dictionary.</summary>
    int Size { get; }

    /// <summary>Claims are selected now that were not before.</summary>
    /// <param name="claims">Those of the position gone to.</param>
    /// <param name="stretch">Where they stand.</param>
    /// <param name="hits">Which of the stretch.</param>
    void Add(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits);

    /// <summary>Claims are not selected any more, or not as they were.</summary>
    /// <param name="claims">Those of the position gone to.</param>
    /// <param name="stretch">As they stood before.</param>
    /// <param name="hits">Which of the stretch.</param>
    void Remove(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits);
}

/// <summary>
/// What one filter selects, at the position it was last asked for at. It is found by one walk over all claims, and then moved on
/// by those that changed. One request at a time may use it.
/// </summary>
internal sealed class HeldView(HeldFilter filter)
{
    private readonly Dictionary<object, IHeldFollower> _followers = [];

    /// <summary>Only while it is asked: a view that nobody asks any more keeps no earlier moment.</summary>
    private HeldClaims? _claims;
    private (long Position, int Generation)? _at;

    public HeldFilter Filter => filter;

    public int Count { get; private set; }

    public long Position => _at?.Position ?? 0;

    public int Size => 1 + _followers.Values.Sum(follower => follower.Size);

    /// <summary>What is kept under a key, made by a walk where it is asked for the first time.</summary>
    public TFollower Following<TFollower>(object key, Func<HeldClaims, TFollower> make) where TFollower : class, IHeldFollower
    {
        if (_followers.TryGetValue(key, out var known)) return (TFollower)known;
        var follower = make(_claims!);
        var taking = new Taking(_claims!, follower);
        _claims!.Each(filter, ref taking);
        _followers[key] = follower;
        return follower;
    }

    /// <summary>Asks it at a position that is not an earlier one than before.</summary>
    public TAnswer Ask<TAnswer>(HeldClaims claims, Func<HeldView, TAnswer> ask)
    {
        _claims = claims;
        try
        {
            MoveOn();
            return ask(this);
        }
        finally
        {
            _claims = null;
        }
    }

    private void MoveOn()
    {
        var (claims, before) = (_claims!, _at);
        if (before?.Position == claims.Position) return;
        var steps = before is not { } known || known.Generation != claims.Sources.Generation ? null : claims.Since(known.Position);
        _at = null;
        if (steps is { } moves && (!filter.IsCollapsed || !HasChanges(moves))) MoveBy(moves.Span);
        else Begin();
        _at = (claims.Position, claims.Sources.Generation);
    }

    // Which claims a collapsed selection leaves out depends on others.
    private static bool HasChanges(ReadOnlyMemory<HeldStep> steps) => steps.ToArray().Any(step => step.Changed > 0);

    private void Begin()
    {
        _followers.Clear();
        var counting = default(Counting);
        _claims!.Each(filter, ref counting);
        Count = counting.Count;
    }

    private void MoveBy(ReadOnlySpan<HeldStep> steps)
    {
        Span<ulong> hits = stackalloc ulong[Hits.Words];
        foreach (var step in steps)
        {
            foreach (var stretch in step.Before) Take(stretch, hits[..(stretch.Status.Length / Hits.Together)], isNew: false);
            foreach (var stretch in step.After) Take(stretch, hits[..(stretch.Status.Length / Hits.Together)], isNew: true);
        }
    }

    private void Take(HeldStretch stretch, Span<ulong> hits, bool isNew)
    {
        if (!HeldSelection.Select(filter, _claims!.Sources, stretch, hits)) return;
        Count += isNew ? Hits.Count(hits) : -Hits.Count(hits);
        foreach (var follower in _followers.Values)
        {
            if (isNew) follower.Add(_claims, stretch, hits);
            else follower.Remove(_claims, stretch, hits);
        }
    }

    private struct Counting : IHeldVisitor
    {
        public int Count { get; private set; }

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits) => Count += Hits.Count(hits);
    }

    private readonly struct Taking(HeldClaims claims, IHeldFollower follower) : IHeldVisitor
    {
        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits) => follower.Add(claims, stretch, hits);
    }
}
