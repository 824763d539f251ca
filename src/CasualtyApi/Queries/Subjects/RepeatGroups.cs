using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>Claims that say one another again, under the earliest selected one of them.</summary>
/// <param name="Standing">That claim, with a missing place, period or scope taken from the others.</param>
/// <param name="Repeats">The others.</param>
internal sealed record RepeatGroup(long Root, SelectedClaim Standing, IReadOnlyList<SelectedClaim> Repeats)
{
    public IEnumerable<SelectedClaim> Members => [Standing, .. Repeats];
}

internal static class RepeatGroups
{
    /// <summary>Filters come first: where the first claim of a group was not selected, the next of them stands for it.</summary>
    public static IReadOnlyList<RepeatGroup> Of(IEnumerable<SelectedClaim> claims) =>
        [.. claims.GroupBy(claim => claim.Root).Select(group => Group(group.Key, [.. group]))];

    private static RepeatGroup Group(long root, List<SelectedClaim> claims)
    {
        // Most claims are said once: nothing to sort and nothing to complete.
        if (claims is [var only]) return new RepeatGroup(root, only, []);

        var members = claims
            .OrderBy(claim => claim.Repeats is not null)
            .ThenBy(claim => claim.PublishedAt ?? DateOnly.MaxValue)
            .ThenBy(claim => claim.DocumentId).ThenBy(claim => claim.Start).ThenBy(claim => claim.Id)
            .ToList();
        return new RepeatGroup(root, Completed(members), members[1..]);
    }

    private static SelectedClaim Completed(List<SelectedClaim> members) => members[0] with
    {
        Place = members.Select(claim => claim.Place).FirstOrDefault(place => place is not null),
        Period = members.Select(claim => claim.Period).FirstOrDefault(period => period is not null),
        Scope = members.Select(claim => claim.Scope).FirstOrDefault(scope => scope != ClaimScope.Unspecified, ClaimScope.Unspecified),
    };
}
