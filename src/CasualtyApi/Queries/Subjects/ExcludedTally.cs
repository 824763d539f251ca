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
            var reason = Kebab.Of(exclusion.Reason);
            _byReason[reason] = _byReason.GetValueOrDefault(reason) + 1;
            _first.Add(new(exclusion.Claim.Id, exclusion.Reason, exclusion.Of));
            if (_first.Count > 2 * ExcludedResponse.Listed) _first = Listed();
        }
    }

    public ExcludedResponse Response() => new(_byReason.Values.Sum(), _byReason, Listed());

    private List<ExcludedClaim> Listed() => [.. _first.OrderBy(claim => claim.Claim).Take(ExcludedResponse.Listed)];
}
