using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>Counts excluded claims by their reasons, and holds no more of them than are listed.</summary>
internal sealed class ExcludedTally
{
    private readonly SortedDictionary<string, int> _byReason = new(StringComparer.Ordinal);
    private List<ExcludedClaim> _first = [];

    public void Add(IEnumerable<Exclusion> excluded)
    {
        foreach (var exclusion in excluded)
        {
            Count(exclusion.Reason, 1);
            _first.Add(new(exclusion.Claim.Id, exclusion.Reason, exclusion.Of));
            if (_first.Count > 2 * ExcludedResponse.Listed) _first = Listed();
        }
    }

    public void Add(Undated undated)
    {
        if (undated.Count == 0) return;
        Count(ExclusionReason.Undated, undated.Count);
        _first.AddRange(undated.First.Select(id => new ExcludedClaim(id, ExclusionReason.Undated, null)));
    }

    public ExcludedResponse Response() => new(_byReason.Values.Sum(), _byReason, Listed());

    private void Count(ExclusionReason reason, int claims)
    {
        var name = Kebab.Of(reason);
        _byReason[name] = _byReason.GetValueOrDefault(name) + claims;
    }

    private List<ExcludedClaim> Listed() => [.. _first.OrderBy(claim => claim.Claim).Take(ExcludedResponse.Listed)];
}
