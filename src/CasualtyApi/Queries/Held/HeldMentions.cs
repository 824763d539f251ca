namespace CasualtyApi.Queries.Held;

/// <summary>How many claims, whatever their status, have each id in a column; counted by one walk and then moved on by the claims that change.</summary>
/// <param name="column">Where the ids stand.</param>
internal sealed class HeldMentions(Func<HeldStretch, int[]> column) : IHeldFollower
{
    private readonly List<int> _claims = [];

    public int Size => _claims.Count;

    /// <summary>How many claims have each of some ids.</summary>
    /// <param name="claims">At the moment that is shown.</param>
    /// <param name="column">Where the ids stand: by it, the counts are found again.</param>
    /// <param name="ids">Those that are asked about.</param>
    public static Dictionary<long, int> Of(HeldClaims claims, Func<HeldStretch, int[]> column, IEnumerable<long> ids) =>
        claims.Views.Ask(claims, new(), view =>
        {
            var mentions = view.Following((typeof(HeldMentions), column), _ => new HeldMentions(column));
            return ids.ToDictionary(id => id, id => id < mentions._claims.Count ? mentions._claims[(int)id] : 0);
        });

    public void Add(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Count(stretch, hits, 1);

    public void Remove(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Count(stretch, hits, -1);

    private void Count(HeldStretch stretch, ReadOnlySpan<ulong> hits, int claims)
    {
        var values = column(stretch);
        foreach (var at in new HitsAt(hits))
        {
            while (_claims.Count <= values[at]) _claims.Add(0);
            _claims[values[at]] += claims;
        }
    }
}
