namespace CasualtyApi.Queries.Held;

/// <summary>Of what is selected, leaves out what another selected claim says again, or contains: as <see cref="ClaimFilter"/> says it in SQL.</summary>
internal sealed class HeldCollapse(IReadOnlyList<HeldStretch> stretches)
{
    private readonly ulong[] _selected = new ulong[stretches.Count * Hits.Words];
    private readonly HashSet<int> _said = [];

    /// <summary>What is selected of a stretch.</summary>
    public Span<ulong> Of(int stretch) => _selected.AsSpan(stretch * Hits.Words, Hits.Words);

    /// <summary>Those that stand. The stretches come in order: of claims that repeat each other the earliest does.</summary>
    public void Keep(HeldStretch stretch, Span<ulong> hits)
    {
        foreach (var at in new HitsAt(hits))
        {
            var (repeated, whole) = (stretch.Repeats[at], stretch.PartOf[at]);
            var isSaid = repeated != 0 && (IsSelected(repeated) || !_said.Add(repeated));
            if (isSaid || (whole != 0 && IsSelected(whole))) hits[at / Hits.Together] &= ~(1UL << (at % Hits.Together));
        }
    }

    private bool IsSelected(int id)
    {
        var (word, bit) = Math.DivRem(id - 1, Hits.Together);
        return word < _selected.Length && (_selected[word] >> bit & 1) != 0;
    }
}
