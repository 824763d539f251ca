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
    public static IReadOnlyList<RepeatGroup> Of(IReadOnlyCollection<SelectedClaim> claims)
    {
        // Most claims are said once: nothing to gather, to sort or to complete.
        var repeated = claims.Where(claim => claim.Repeats is not null).Select(claim => claim.Root).ToHashSet();
        var members = claims.Where(claim => repeated.Contains(claim.Root)).ToLookup(claim => claim.Root);
        return
        [
            .. claims.Where(claim => !repeated.Contains(claim.Root) || ReferenceEquals(members[claim.Root].First(), claim))
                .Select(claim => repeated.Contains(claim.Root) ? Group(claim.Root, members[claim.Root]) : new RepeatGroup(claim.Root, claim, [])),
        ];
    }

    private static RepeatGroup Group(long root, IEnumerable<SelectedClaim> claims)
    {
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
