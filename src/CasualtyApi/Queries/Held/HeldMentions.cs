namespace CasualtyApi.Queries.Held;

/// <summary>How many claims, whatever their status, have an id in a column: by one walk over it.</summary>
internal sealed class HeldMentions
{
    private readonly int[] _claims;

    private HeldMentions(int[] claims) => _claims = claims;

    public int Of(long id) => _claims[id];

    /// <param name="claims">At the moment that is shown.</param>
    /// <param name="ids">Those that are asked about.</param>
    /// <param name="column">Where they stand.</param>
    public static HeldMentions In(HeldClaims claims, IEnumerable<long> ids, Func<HeldStretch, int[]> column)
    {
        var counting = new Counting(new int[ids.DefaultIfEmpty().Max() + 1], column);
        claims.Each(new(), ref counting);
        return new(counting.Counts);
    }

    private readonly struct Counting(int[] counts, Func<HeldStretch, int[]> column) : IHeldVisitor
    {
        public int[] Counts => counts;

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            var values = column(stretch);
            foreach (var at in new HitsAt(hits))
            {
                if ((uint)values[at] < (uint)counts.Length) counts[values[at]]++;
            }
        }
    }
}
