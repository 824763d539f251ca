namespace CasualtyApi.Queries.Held;

/// <summary>Of what is selected, leaves out what another selected claim says again, or contains: as <see cref="ClaimFilter"/> says it in SQL.</summary>
internal sealed class HeldCollapse
{
    private readonly ulong[] _selected, _standing;
    private readonly Dictionary<int, Place> _first = [];

    public HeldCollapse(HeldFilter filter, HeldSources sources, IReadOnlyList<HeldStretch> stretches)
    {
        _selected = new ulong[stretches.Count * Hits.Words];
        _standing = new ulong[stretches.Count * Hits.Words];
        for (var index = 0; index < stretches.Count; index++)
        {
            HeldSelection.Select(filter, sources, stretches[index], Of(index));
            Stand(index, stretches[index]);
        }
    }

    /// <summary>What is selected of a stretch.</summary>
    public Span<ulong> Of(int stretch) => _selected.AsSpan(stretch * Hits.Words, Hits.Words);

    /// <summary>Those that stay. Of claims that repeat one that is not selected it is the first.</summary>
    public void Keep(HeldStretch stretch, Span<ulong> hits)
    {
        foreach (var at in new HitsAt(hits))
        {
            var (repeated, whole) = (stretch.Repeats[at], stretch.PartOf[at]);
            var isSaid = repeated != 0 && (IsStanding(repeated) || (_first.TryGetValue(repeated, out var first) && first.CompareTo(Place.Of(stretch, at)) < 0));
            if (isSaid || (whole != 0 && (IsStanding(whole) || _first.ContainsKey(whole)))) hits[at / Hits.Together] &= ~(1UL << (at % Hits.Together));
        }
    }

    /// <summary>What was rejected hides nothing.</summary>
    private void Stand(int index, HeldStretch stretch)
    {
        var standing = _standing.AsSpan(index * Hits.Words, Hits.Words);
        foreach (var at in new HitsAt(Of(index)))
        {
            if (!stretch.IsActive(at)) continue;
            standing[at / Hits.Together] |= 1UL << (at % Hits.Together);
            if (stretch.Repeats[at] is not (not 0 and var root)) continue;
            var place = Place.Of(stretch, at);
            if (!_first.TryGetValue(root, out var first) || place.CompareTo(first) < 0) _first[root] = place;
        }
    }

    private bool IsStanding(int id)
    {
        var (word, bit) = Math.DivRem(id - 1, Hits.Together);
        return word < _standing.Length && (_standing[word] >> bit & 1) != 0;
    }

    /// <summary>Where a claim stands among those that say the same.</summary>
    private readonly record struct Place(int Published, int Document, int Start, int Id) : IComparable<Place>
    {
        public static Place Of(HeldStretch stretch, int at) =>
            new(stretch.Published[at] == 0 ? int.MaxValue : stretch.Published[at], stretch.Document[at], stretch.Start[at], stretch.Id[at]);

        public int CompareTo(Place other) => (Published, Document, Start, Id).CompareTo((other.Published, other.Document, other.Start, other.Id));
    }
}
