using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Methods;

/// <summary>What a method makes of the claims in force of one subject.</summary>
/// <param name="Value">Null where the method gives none.</param>
/// <param name="Closed">The envelope of the used claims that state both ends; null where none does.</param>
/// <param name="Used">The claims the value is made of, in the order of their ids.</param>
internal sealed record Choice(
    Envelope? Value, Envelope? Closed, IReadOnlyList<SelectedClaim> Used, IReadOnlyList<Exclusion> Excluded, string? Support = null)
{
    /// <summary>The envelope of some claims.</summary>
    public static Choice Of(IReadOnlyCollection<SelectedClaim> used, IReadOnlyList<Exclusion> excluded) =>
        new(Envelope.Over(used), Envelope.Closed(used), [.. used.OrderBy(claim => claim.Id)], excluded);
}

/// <summary>The methods that answer for one subject; <see cref="Sum"/> goes over several.</summary>
internal static class Choices
{
    public static Choice Of(AggregateMethod method, IReadOnlyList<SelectedClaim> inForce) => method switch
    {
        AggregateMethod.Latest => Latest.Of(inForce),
        AggregateMethod.Range => Range.Of(inForce),
        AggregateMethod.Majority => Majority.Of(inForce),
        AggregateMethod.Hierarchy => Hierarchy.Of(inForce),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Answers for several subjects at once."),
    };
}
