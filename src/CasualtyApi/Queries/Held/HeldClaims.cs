namespace CasualtyApi.Queries.Held;

/// <summary>Every claim at one position of the ledger, in the order of the ids. It never changes: the next position is another one, which shares with it what did not change.</summary>
internal sealed class HeldClaims
{
    /// <summary>How many steps, and how many changed claims of them, what was counted before can be moved on by.</summary>
    private const int MostSteps = 512, MostChanged = 50_000;

    private readonly HeldStep[] _steps;
    private HeldAttention? _attention;

    private HeldClaims(
        long position, IReadOnlyList<HeldStretch> stretches, HeldLast last, HeldSources sources, HeldNames names, HeldWords words, WithheldDocuments withheld,
        HeldLabels labels, HeldViews views, HeldStep[] steps) =>
        (Position, Stretches, Last, Sources, Names, Words, Withheld, Labels, Views, _steps) =
        (position, stretches, last, sources, names, words, withheld, labels, views, steps);

    public long Position { get; }

    /// <summary>Where a claim that was known was last found to repeat another, or not to: links to it lead elsewhere since.</summary>
    public long Relinked { get; private init; }

    public IReadOnlyList<HeldStretch> Stretches { get; }

    public HeldLast Last { get; }

    public HeldSources Sources { get; }

    public HeldNames Names { get; }

    /// <summary>To look for. What is shown of a claim comes from <see cref="PeriodOf"/>, which knows what may be.</summary>
    public HeldWords Words { get; }

    public WithheldDocuments Withheld { get; }

    /// <summary>What documents are called, as far as it was asked for.</summary>
    public HeldLabels Labels { get; }

    public static HeldClaims Of(
        long position, HeldDraft draft, HeldSources sources, HeldNames names, HeldWords words, WithheldDocuments withheld, HeldViews views) =>
        new(position, draft.Stretches, draft.Last, sources, names, words, withheld, new(isKept: true), views, []);

    /// <summary>What is counted of them: of the present, whose counts move on with it, or of one earlier moment alone.</summary>
    public HeldViews Views { get; }

    /// <summary>How much each claim wants a reviewer's eye; found out when it is first asked for.</summary>
    public HeldAttention Attention => LazyInitializer.EnsureInitialized(ref _attention, () => HeldAttention.Of(this));

    /// <summary>An earlier moment of the same claims.</summary>
    public HeldClaims Before(long position, HeldDraft draft, HeldSources sources) =>
        new(position, draft.Stretches, Last, sources, Names, Words, Withheld, new(isKept: false), new(), []);

    /// <summary>The same moment, showing what may be shown now.</summary>
    public HeldClaims Showing(WithheldDocuments withheld) =>
        new(Position, Stretches, Last, Sources, Names, Words, withheld, Labels, Views, _steps) { Relinked = Relinked };

    /// <summary>The same after changes.</summary>
    /// <param name="position">The position gone to.</param>
    /// <param name="changed">The claims that are new or others than before.</param>
    /// <param name="sources">All sources there are now.</param>
    /// <param name="names">All parties and places there are now.</param>
    /// <param name="withheld">Whose words nobody may see now.</param>
    /// <param name="areDocumentsRenamed">Whether a known document was changed: it may be called otherwise.</param>
    public HeldClaims With(
        long position, IReadOnlyCollection<HeldClaim> changed, HeldSources sources, HeldNames names, WithheldDocuments withheld, bool areDocumentsRenamed)
    {
        var (draft, before, relinked) = (new HeldDraft(Stretches), new List<HeldClaim>(), Relinked);
        foreach (var claim in changed)
        {
            if (draft.Put(claim) is not { } known) continue;
            before.Add(known);
            if (known.Repeats != claim.Repeats) relinked = position;
        }

        var step = new HeldStep(Position, HeldStretch.Of(before), HeldStretch.Of(changed), changed.Count);
        return new(position, draft.Stretches, Last.With(draft.Last), sources, names, Words, withheld, areDocumentsRenamed ? new(isKept: true) : Labels, Views, Kept([.. _steps, step])) { Relinked = relinked };
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

    public HeldClaim this[int id] => Stretches[(id - 1) / HeldStretch.Size][(id - 1) % HeldStretch.Size];

    /// <summary>The first claim of those that say what a claim says; the claim itself where it is one, or where it is not there.</summary>
    public int Root(int id)
    {
        var (index, at) = Math.DivRem(id - 1, HeldStretch.Size);
        return id > 0 && index < Stretches.Count && Stretches[index].Has(at) && Stretches[index].Repeats[at] is not 0 and var root ? root : id;
    }

    /// <summary>Whether a claim is there in that revision.</summary>
    public bool IsAt(int id, int revision)
    {
        var (index, at) = Math.DivRem(id - 1, HeldStretch.Size);
        return index < Stretches.Count && Stretches[index].Has(at) && Stretches[index].Revision[at] == revision;
    }

    /// <summary>The words of a claim's period, as its document lets them be shown: nothing else that is held is a document's own words.</summary>
    public string? PeriodOf(in HeldClaim claim) => claim.Period != 0 && Withheld.Contains(claim.Document) ? "" : Words.Of(claim.Period);

    /// <summary>Who claims it, in order.</summary>
    public void Claimants(int id, List<long> into)
    {
        var (stretch, at) = (Stretches[(id - 1) / HeldStretch.Size], (id - 1) % HeldStretch.Size);
        into.Clear();
        if (stretch.Claimant[at] != 0) into.Add(stretch.Claimant[at]);
        foreach (var other in stretch.Joint[at] ?? []) into.Add(other);
    }

    private void EachStanding<TVisitor>(HeldFilter filter, ref TVisitor visitor) where TVisitor : struct, IHeldVisitor
    {
        var collapse = new HeldCollapse(filter, Sources, Stretches);
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
