namespace CasualtyApi.Queries.Held;

/// <summary>
/// Keys in their order, ties by id, none of them twice. What is added and taken away waits until the order is asked for, and is then put in by one
/// walk: each by itself would move half of a million keys.
/// </summary>
internal sealed class OrderedKeys
{
    /// <summary>So few are put in one by one.</summary>
    private const int Few = 4;

    private List<(long Key, int Id)> _keys = [];
    private bool _isInOrder;

    /// <summary>What was added since, and what was taken away: the last of the two counts.</summary>
    private readonly Dictionary<(long Key, int Id), bool> _waiting = [];

    /// <summary>How many there are, with what waits.</summary>
    public int Count => _keys.Count + _waiting.Count;

    public void Add((long Key, int Id) one)
    {
        if (_isInOrder) _waiting[one] = true;
        else _keys.Add(one);
    }

    public void Remove((long Key, int Id) one)
    {
        Begin();
        _waiting[one] = false;
    }

    public List<(long Key, int Id)> InOrder()
    {
        Begin();
        if (_waiting.Count <= Few) PutIn();
        else Merge();
        _waiting.Clear();
        return _keys;
    }

    private void Begin()
    {
        if (_isInOrder) return;
        _keys.Sort();
        _isInOrder = true;
    }

    private void PutIn()
    {
        foreach (var (one, isAdded) in _waiting)
        {
            var place = _keys.BinarySearch(one);
            if (isAdded && place < 0) _keys.Insert(~place, one);
            else if (!isAdded && place >= 0) _keys.RemoveAt(place);
        }
    }

    private void Merge()
    {
        var added = _waiting.Where(one => one.Value).Select(one => one.Key).ToList();
        added.Sort();
        var (merged, next) = (new List<(long Key, int Id)>(_keys.Count + added.Count), 0);
        foreach (var one in _keys)
        {
            while (next < added.Count && added[next].CompareTo(one) < 0) merged.Add(added[next++]);
            if (!_waiting.ContainsKey(one)) merged.Add(one);
        }

        merged.AddRange(added.Skip(next));
        _keys = merged;
    }
}
