using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>What of a selection may be compared at all, and what not, with the reason.</summary>
/// <param name="Groups">The claims in force, each with those that say it again.</param>
internal sealed record Sifted(IReadOnlyList<RepeatGroup> Groups, IReadOnlyList<Exclusion> Excluded)
{
    public IEnumerable<SelectedClaim> Claims => Groups.Select(group => group.Standing);
}

/// <summary>
/// A claim is in force that is neither decided against, nor denied, nor without a number, nor a rate; that nothing later
/// updates; and that neither repeats another such claim nor is a part of one within the same subject.
/// </summary>
internal static class InForce
{
    public static Sifted Of(IEnumerable<SelectedClaim> selected)
    {
        var (able, excluded) = (new List<SelectedClaim>(), new List<Exclusion>());
        foreach (var claim in selected)
        {
            if (Unable(claim) is { } reason) excluded.Add(new(claim, reason));
            else able.Add(claim);
        }

        var groups = RepeatGroups.Of(able);
        var (links, byRoot) = (new Roots(able), new Lazy<Dictionary<long, RepeatGroup>>(() => groups.ToDictionary(group => group.Root)));
        var updates = Updates(able, links);
        var standing = new List<RepeatGroup>();
        foreach (var group in groups)
        {
            excluded.AddRange(group.Repeats.Select(claim => new Exclusion(claim, ExclusionReason.Repeat, group.Standing.Id)));
            if (updates.TryGetValue(group.Root, out var update)) excluded.Add(new(group.Standing, ExclusionReason.Updated, update));
            else if (Whole(group, byRoot, links) is { } whole) excluded.Add(new(group.Standing, ExclusionReason.Part, whole));
            else standing.Add(group);
        }

        return new(standing, excluded);
    }

    private static ExclusionReason? Unable(SelectedClaim claim) => claim switch
    {
        { Status: not (ClaimStatus.Candidate or ClaimStatus.Accepted) } => ExclusionReason.Status,
        { Certainty: Certainty.Denied } => ExclusionReason.Denied,
        { Low: null, High: null } => ExclusionReason.Unquantified,
        { Scope: ClaimScope.Rate } => ExclusionReason.Rate,
        _ => null,
    };

    /// <summary>Which claim replaces a group. What is replaced is replaced wherever it was said again.</summary>
    private static Dictionary<long, long> Updates(List<SelectedClaim> able, Roots links)
    {
        var updates = new Dictionary<long, long>();
        foreach (var claim in able.Where(claim => claim.Updates is not null).OrderBy(claim => claim.Id))
        {
            var replaced = links.Of(claim.Updates!.Value);
            if (replaced != claim.Root) updates.TryAdd(replaced, claim.Id);
        }

        return updates;
    }

    /// <summary>The claim whose count contains the group's, within one subject: nine children among 23 people are a subject of their own.</summary>
    private static long? Whole(RepeatGroup group, Lazy<Dictionary<long, RepeatGroup>> byRoot, Roots links) => group is { Repeats: [], Standing.PartOf: null } ? null : group.Members
        .Select(claim => claim.PartOf is { } part ? byRoot.Value.GetValueOrDefault(links.Of(part))?.Standing : null)
        .FirstOrDefault(whole => whole is not null && whole.Id != group.Standing.Id && whole.Subject == group.Standing.Subject)?.Id;

    /// <summary>A link may lead to a claim that was found to repeat another since.</summary>
    private sealed class Roots(List<SelectedClaim> able)
    {
        private readonly Lazy<Dictionary<long, long>> _roots = new(() => able.ToDictionary(claim => claim.Id, claim => claim.Root));

        public long Of(long claim) => _roots.Value.GetValueOrDefault(claim, claim);
    }
}
