using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Methods;

/// <summary>Why claims cannot be added: those that are no placed and dated incident, and the incidents that can overlap.</summary>
/// <param name="Pairs">By a claim of each.</param>
internal sealed record Unaddable(IReadOnlyList<SelectedClaim> Claims, IReadOnlyList<(long One, long Other)> Pairs)
{
    /// <summary>How many claims, or pairs, are counted before the rest is left alone: pairs are as many as incidents squared.</summary>
    public const int CountedTo = 10_000;

    public bool IsLowerBound => Claims.Count > CountedTo || Pairs.Count > CountedTo;

    public Unaddable After(Unaddable? before) => before is null ? this : new([.. before.Claims, .. Claims], [.. before.Pairs, .. Pairs]);
}

/// <summary>
/// What the incidents of one party and category come to: the `latest` range of each, lows added to lows and highs to highs.
/// It adds nothing but placed and dated incidents of which no two can overlap.
/// </summary>
internal static class Sum
{
    /// <summary>What keeps the claims in force from being added; null where nothing does.</summary>
    public static Unaddable? Against(IEnumerable<SelectedClaim> inForce)
    {
        var claims = inForce.ToList();
        var others = claims.Where(claim => claim.Scope != ClaimScope.Incident || claim.Subject.IsLoose).ToList();
        var incidents = claims.Except(others).GroupBy(claim => claim.Subject).Select(incident => incident.MinBy(claim => claim.Id)!);
        var pairs = incidents.GroupBy(Added).SelectMany(Pairs).Take(Unaddable.CountedTo + 1).Order().ToList();
        return others.Count == 0 && pairs.Count == 0 ? null : new(others, pairs);
    }

    /// <summary>The sum over the incidents of one party and category.</summary>
    public static Choice Of(IEnumerable<SelectedClaim> inForce)
    {
        var incidents = inForce.GroupBy(claim => claim.Subject).Select(incident => Latest.Of([.. incident])).ToList();
        var closed = incidents.All(incident => incident.Closed is not null)
            ? incidents.Select(incident => incident.Closed!).Aggregate((sum, next) => sum + next)
            : null;
        return new(
            incidents.Select(incident => incident.Value!).Aggregate((sum, next) => sum + next), closed,
            [.. incidents.SelectMany(incident => incident.Used).OrderBy(claim => claim.Id)],
            [.. incidents.SelectMany(incident => incident.Excluded)]);
    }

    /// <summary>What is added up in one item: never two parties, never two categories.</summary>
    public static (long Party, CasualtyCategory Category, string MixedOf) Added(SelectedClaim claim) =>
        (claim.Party.Id, claim.Category, claim.Subject.MixedOf);

    /// <summary>In the order of their days, so that an incident is compared only with those that begin before it ends.</summary>
    private static IEnumerable<(long, long)> Pairs(IEnumerable<SelectedClaim> incidents)
    {
        var byDay = incidents.OrderBy(claim => claim.Subject.Start).ToList();
        for (var first = 0; first < byDay.Count; first++)
        {
            for (var second = first + 1; second < byDay.Count && byDay[second].Subject.Start <= byDay[first].Subject.End; second++)
            {
                if (!Overlap.Can(byDay[first], byDay[second])) continue;
                yield return (Math.Min(byDay[first].Id, byDay[second].Id), Math.Max(byDay[first].Id, byDay[second].Id));
            }
        }
    }
}
