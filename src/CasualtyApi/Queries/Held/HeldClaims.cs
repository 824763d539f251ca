namespace CasualtyApi.Queries.Held;

/// <summary>Every claim at one position of the ledger, in the order of the ids. It never changes: the next position is another one, which shares with it what did not change.</summary>
internal sealed class HeldClaims
{
    /// <summary>How many steps, and how many changed claims of them, what was counted before can be moved on by.</summary>
    private const int MostSteps = 512, MostChanged = 50_000;

    private readonly HeldStep[] _steps;
    private HeldAttention? _attention;

    private HeldClaims(
        long position, HeldStretch[] stretches, HeldLast last, HeldSources sources, HeldNames names, HeldCauses causes, HeldLabels labels, HeldStep[] steps) =>
        (Position, Stretches, Last, Sources, Names, Causes, Labels, _steps) = (position, stretches, last, sources, names, causes, labels, steps);

    public long Position { get; }

    public IReadOnlyList<HeldStretch> Stretches { get; }

    public HeldLast Last { get; }

    public HeldSources Sources { get; }

    public HeldNames Names { get; }

    public HeldCauses Causes { get; }

    /// <summary>What documents are called, as far as it was asked for.</summary>
    public HeldLabels Labels { get; }

    public static HeldClaims Of(long position, HeldDraft draft, HeldSources sources, HeldNames names, HeldCauses causes) =>
        new(position, draft.Stretches, draft.Last, sources, names, causes, new(), []);

    /// <summary>How much each claim wants a reviewer's eye; found out when it is first asked for.</summary>
    public HeldAttention Attention => LazyInitializer.EnsureInitialized(ref _attention, () => HeldAttention.Of(this));

    /// <summary>The same after changes.</summary>
    /// <param name="position">The position gone to.</param>
    /// <param name="changed">The claims that are new or others than before.</param>
    /// <param name="sources">All sources there are now.</param>
    /// <param name="names">All parties and places there are now.</param>
    /// <param name="areDocumentsRenamed">Whether a known document was changed: it may be called otherwise.</param>
    public HeldClaims With(long position, IReadOnlyCollection<HeldClaim> changed, HeldSources sources, HeldNames names, bool areDocumentsRenamed)
    {
        var (draft, before) = (new HeldDraft(Stretches), new List<HeldClaim>());
        foreach (var claim in changed)
        {
            if (draft.Put(claim) is { } known) before.Add(known);
        }

        var step = new HeldStep(Position, HeldStretch.Of(before), HeldStretch.Of(changed), changed.Count);
        return new(position, draft.Stretches, Last.With(draft.Last), sources, names, Causes, areDocumentsRenamed ? new() : Labels, Kept([.. _steps, step]));
    }

    /// <summary>What changed from a position to this one; null where it is not known any more.</summary>
    public ReadOnlyMemory<HeldStep>? Since(long position)
    {
        if (position == Position) return ReadOnlyMemory<HeldStep>.Empty;
        var first = Array.FindIndex(_steps, step => step.From == position);
        return first < 0 ? null : _steps.AsMemory(first);
    }

    /// <summary>Those a filter selects, stretch by stretch in the order of the ids.</summary>
    public void Each<TVisitor>(HeldFilter filter, ref TVisitor visitor) where TVisitor : struct, IHeldVisitor
    {
        if (filter.IsCollapsed)
        {
            EachStanding(filter, ref visitor);
            return;
        }

        Span<ulong> hits = stackalloc ulong[Hits.Words];
        foreach (var stretch in Stretches)
        {
            if (HeldSelection.Select(filter, Sources, stretch, hits)) visitor.Visit(stretch, hits);
        }
    }

    private void EachStanding<TVisitor>(HeldFilter filter, ref TVisitor visitor) where TVisitor : struct, IHeldVisitor
    {
        var collapse = new HeldCollapse(Stretches);
        for (var index = 0; index < Stretches.Count; index++) HeldSelection.Select(filter, Sources, Stretches[index], collapse.Of(index));
        Span<ulong> hits = stackalloc ulong[Hits.Words];
        for (var index = 0; index < Stretches.Count; index++)
        {
            collapse.Of(index).CopyTo(hits);
            collapse.Keep(Stretches[index], hits);
            if (hits.ContainsAnyExcept(0UL)) visitor.Visit(Stretches[index], hits);
        }
    }

    private static HeldStep[] Kept(HeldStep[] steps)
    {
        var (first, changed) = (steps.Length, 0);
        while (first > 0 && steps.Length - first < MostSteps && changed + steps[first - 1].Changed <= MostChanged) changed += steps[--first].Changed;
        return steps[first..];
    }
}

/// <summary>What changed from one position to the next that was looked at.</summary>
/// <param name="From">The position before.</param>
/// <param name="Before">The changed claims as they were; new ones are not among them.</param>
/// <param name="After">As they are.</param>
/// <param name="Changed">How many these are.</param>
internal sealed record HeldStep(long From, IReadOnlyList<HeldStretch> Before, IReadOnlyList<HeldStretch> After, int Changed);

/// <summary>What is done with selected claims. A struct, so that the runtime compiles the walk for it.</summary>
internal interface IHeldVisitor
{
    void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits);
}
