using System.Globalization;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Methods;

/// <summary>
/// The interval that lies in the ranges of most originators, by each one's newest claim. Whoever cannot be told from the
/// others has no vote. Without three votes, without more than half of them, or with two intervals that have equally many,
/// there is no majority.
/// </summary>
internal static class Majority
{
    private const int FewestVotes = 3;

    public static Choice Of(IReadOnlyList<SelectedClaim> inForce)
    {
        var (newest, older) = Latest.Parted(inForce);
        var votes = newest.Where(claim => claim.Originator.IsCounted).ToList();
        var excluded = older
            .Concat(newest.Where(claim => !claim.Originator.IsCounted).Select(claim => new Exclusion(claim, ExclusionReason.Uncounted)))
            .ToList();
        if (votes.Count < FewestVotes || Shared(votes) is not { } shared || 2 * shared.Votes <= votes.Count)
        {
            return Choice.Of(votes, excluded) with { Value = null, Closed = null };
        }

        var support = string.Create(CultureInfo.InvariantCulture, $"{shared.Votes} of {votes.Count}");
        return Choice.Of(votes, excluded) with { Value = shared.Interval, Closed = null, Support = support };
    }

    /// <summary>
    /// The interval most ranges hold; null where two have equally many. Each such interval begins at a low that most ranges
    /// hold, and ends at the smallest high of those ranges.
    /// </summary>
    private static (Envelope Interval, int Votes)? Shared(List<SelectedClaim> votes)
    {
        var intervals = votes.Select(claim => claim.Low ?? 0).Distinct()
            .Select(low => (Low: low, Holders: votes.FindAll(vote => Holds(vote, low))))
            .Select(point => (Interval: new Envelope(point.Low, point.Holders.Min(vote => vote.High)), point.Holders.Count))
            .ToList();
        var most = intervals.Max(interval => interval.Count);
        var best = intervals.Where(interval => interval.Count == most).ToList();
        return best.Count == 1 ? (best[0].Interval, most) : null;
    }

    private static bool Holds(SelectedClaim vote, long number) => (vote.Low ?? 0) <= number && (vote.High is not { } high || number <= high);
}
