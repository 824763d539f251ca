namespace CasualtyApi.Queries.Held;

/// <summary>The next position in the making: stretches are copied when a claim in them changes, and all others shared.</summary>
internal sealed class HeldDraft(IReadOnlyList<HeldStretch> known)
{
    private readonly List<HeldStretch> _stretches = [.. known];
    private readonly HashSet<int> _own = [];

    public HeldLast Last { get; private set; }

    public HeldStretch[] Stretches => [.. _stretches];

    public HeldClaim this[int id] => _stretches[(id - 1) / HeldStretch.Size][(id - 1) % HeldStretch.Size];

    public bool Has(int id)
    {
        var (index, at) = Math.DivRem(id - 1, HeldStretch.Size);
        return index < _stretches.Count && _stretches[index].Has(at);
    }

    /// <summary>Takes a claim as it is now.</summary>
    /// <returns>As it was; null for a new one.</returns>
    public HeldClaim? Put(in HeldClaim claim)
    {
        var (index, at) = Math.DivRem(claim.Id - 1, HeldStretch.Size);
        while (_stretches.Count <= index)
        {
            _own.Add(_stretches.Count);
            _stretches.Add(new HeldStretch());
        }

        if (_own.Add(index)) _stretches[index] = _stretches[index].Copy();
        HeldClaim? before = _stretches[index].Has(at) ? _stretches[index][at] : null;
        _stretches[index][at] = claim;
        Last = Last.With(claim);
        return before;
    }

    /// <summary>Leaves out claims from an id on.</summary>
    public void CutAfter(int last)
    {
        // The id of the first that is left out is one more.
        var (index, at) = Math.DivRem(last, HeldStretch.Size);
        if (_stretches.Count > index + 1) _stretches.RemoveRange(index + 1, _stretches.Count - index - 1);
        if (_stretches.Count <= index) return;
        if (_own.Add(index)) _stretches[index] = _stretches[index].Copy();
        Array.Fill(_stretches[index].Status, HeldStretch.Absent, at, HeldStretch.Size - at);
    }
}

/// <summary>The highest ids that claims name.</summary>
internal readonly record struct HeldLast(int Party, int Place, int Document)
{
    public HeldLast With(in HeldClaim claim) =>
        new(Math.Max(Party, Math.Max(claim.Party, claim.Blamed)), Math.Max(Place, claim.Place), Math.Max(Document, claim.Document));

    public HeldLast With(HeldLast other) =>
        new(Math.Max(Party, other.Party), Math.Max(Place, other.Place), Math.Max(Document, other.Document));
}
