using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>Whose ranges do not meet. Ends count as included; "about 300" is 270 to 330 here, and nowhere else.</summary>
internal static class Contradictions
{
    /// <summary>The pairs of rows, by their indexes, the lower first.</summary>
    public static IReadOnlyList<int[]> Among(IReadOnlyList<SelectedClaim> rows) =>
    [
        .. from first in Enumerable.Range(0, rows.Count)
           from second in Enumerable.Range(first + 1, rows.Count - first - 1)
           where !Meet(rows[first], rows[second])
           select new[] { first, second },
    ];

    public static bool Meet(SelectedClaim one, SelectedClaim other)
    {
        var ((low, high), (otherLow, otherHigh)) = (Reach(one), Reach(other));
        return low <= otherHigh && otherLow <= high;
    }

    private static (decimal Low, decimal High) Reach(SelectedClaim claim)
    {
        var slack = claim.Relation == CountRelation.About ? 0.1m : 0;
        return ((claim.Low ?? 0) * (1 - slack), claim.High is { } high ? high * (1 + slack) : decimal.MaxValue);
    }
}
