namespace CasualtyApi.Queries.Held;

/// <summary>The ids that a filter looks for in a column.</summary>
internal sealed class HeldIds
{
    private const int MostCompared = 8;

    private readonly int[] _ids;
    private readonly bool[]? _among;

    public HeldIds(IEnumerable<int> ids)
    {
        _ids = [.. ids.Distinct().Order()];
        if (_ids.Length <= MostCompared) return;
        _among = new bool[_ids[^1] + 1];
        foreach (var id in _ids) _among[id] = true;
    }

    /// <summary>So few that each is compared; null where there are more.</summary>
    public int[]? Few => _among is null ? _ids : null;

    public bool Contains(int id) => _among is null ? _ids.Contains(id) : (uint)id < (uint)_among.Length && _among[id];

    public override string ToString() => string.Join(',', _ids);
}
