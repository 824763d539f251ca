using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Methods;

/// <summary>Each originator's newest claim, then the envelope: what they say now, side by side.</summary>
internal static class Latest
{
    public static Choice Of(IReadOnlyList<SelectedClaim> inForce)
    {
        var (newest, older) = Parted(inForce);
        return Choice.Of(newest, older);
    }

    /// <summary>The newest claim of each originator, and the others as `older`.</summary>
    public static (IReadOnlyList<SelectedClaim> Newest, IReadOnlyList<Exclusion> Older) Parted(IEnumerable<SelectedClaim> inForce)
    {
        var (newest, older) = (new List<SelectedClaim>(), new List<Exclusion>());
        foreach (var own in inForce.GroupBy(claim => claim.Originator).Select(NewestFirst))
        {
            newest.Add(own[0]);
            older.AddRange(own.Skip(1).Select(claim => new Exclusion(claim, ExclusionReason.Older, own[0].Id)));
        }

        return (newest, older);
    }

    /// <summary>By the end of the period, else the day of publication; what has neither is oldest. Then by publication, then by ledger order.</summary>
    private static List<SelectedClaim> NewestFirst(IEnumerable<SelectedClaim> claims) =>
    [
        .. claims
            .OrderByDescending(claim => claim.Period?.End ?? claim.PublishedAt ?? DateOnly.MinValue)
            .ThenByDescending(claim => claim.PublishedAt ?? DateOnly.MinValue)
            .ThenByDescending(claim => claim.Id),
    ];
}
