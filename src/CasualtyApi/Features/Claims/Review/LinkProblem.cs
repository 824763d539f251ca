using CasualtyApi.Http;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>What a caller is told of links that cannot be.</summary>
internal static class LinkProblem
{
    public static UnprocessableProblem? Of(IReadOnlyList<LinkFault> faults) => faults.Count == 0 ? null : new(
        ProblemType.LinkNotPossible,
        string.Join(' ', faults.Select(fault => $"Member '{fault.Member}': {fault.Why}")),
        faults.GroupBy(fault => fault.Member, StringComparer.Ordinal)
            .ToDictionary(member => member.Key, member => member.Select(fault => fault.Why).ToArray(), StringComparer.Ordinal));
}
