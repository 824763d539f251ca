using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Methods;

/// <summary>
/// The newest claims of the best-graded originators present. Whom nobody graded, or graded F, is never taken instead: where
/// nobody is graded there is no value.
/// </summary>
internal static class Hierarchy
{
    public static Choice Of(IReadOnlyList<SelectedClaim> inForce)
    {
        var (newest, older) = Latest.Parted(inForce);
        var best = newest.Select(claim => claim.Originator.Grade).Where(grade => grade is not null).Min(StringComparer.Ordinal);
        var used = newest.Where(claim => best is not null && claim.Originator.Grade == best).ToList();
        var excluded = newest.Except(used).Select(claim => new Exclusion(
            claim, claim.Originator.Grade is null ? ExclusionReason.NotAssessed : ExclusionReason.Outranked));
        return Choice.Of(used, [.. older, .. excluded]);
    }
}
