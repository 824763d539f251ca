using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>Whose ranges do not meet. Ends count as included; "about 300" is 270 to 330 here, and nowhere else.</summary>
/// <param name="Count">How many pairs there are.</param>
/// <param name="Pairs">By the rows' indexes, the lower first; where there are more, those that lie widest apart.</param>
internal sealed record Contradictions(long Count, IReadOnlyList<int[]> Pairs)
{
    public static Contradictions Among(IReadOnlyList<SelectedClaim> rows)
    {
        var reaches = rows.Select(Reach).ToList();
        var (byLow, byHigh) = (reaches.OrderByDescending(reach => reach.Low).ToList(), reaches.OrderBy(reach => reach.High).ToList());

        // The higher a row reaches, the fewer lie wholly above it: one walk down the lows counts them all.
        var (count, above) = (0L, byLow.Count);
        foreach (var reach in byHigh)
        {
            while (above > 0 && byLow[above - 1].Low <= reach.High) above--;
            count += above;
        }

        var pairs = byHigh.SelectMany(reach => byLow.TakeWhile(other => other.Low > reach.High)
            .Select(other => new[] { Math.Min(reach.Row, other.Row), Math.Max(reach.Row, other.Row) }));
        return new(count, [.. pairs.Take(ExcludedResponse.Listed).OrderBy(pair => pair[0]).ThenBy(pair => pair[1])]);
    }

    /// <summary>From where to where a count reaches when it is held against another.</summary>
    public static (decimal Low, decimal High) Reach(CountRelation relation, long? low, long? high)
    {
        var slack = relation == CountRelation.About ? 0.1m : 0;
        return ((low ?? 0) * (1 - slack), high is { } end ? end * (1 + slack) : decimal.MaxValue);
    }

    private static (int Row, decimal Low, decimal High) Reach(SelectedClaim claim, int row)
    {
        var (low, high) = Reach(claim.Relation, claim.Low, claim.High);
        return (row, low, high);
    }
}
