using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Methods;

/// <summary>What a method makes of one subject; a sum's subject is all its incidents.</summary>
/// <param name="First">The first of its claims.</param>
internal sealed record AggregateResult(long First, SubjectResponse Subject, Choice Choice);

/// <summary>One result for each subject, in the order of their first claims.</summary>
internal static class AggregateResults
{
    public static IReadOnlyList<AggregateResult> Of(AggregateMethod method, Sifted sifted) => method == AggregateMethod.Sum
        ? [.. Grouped(sifted, Sum.Added).Select(incidents => new AggregateResult(incidents[0].Id, SubjectResponse.OfSum(incidents), Sum.Of(incidents)))]
        : [.. Grouped(sifted, claim => claim.Subject).Select(claims => new AggregateResult(claims[0].Id, SubjectResponse.Of(claims), Choices.Of(method, claims)))];

    private static IEnumerable<List<SelectedClaim>> Grouped<TKey>(Sifted sifted, Func<SelectedClaim, TKey> key) => sifted.Claims
        .GroupBy(key).Select(group => group.OrderBy(claim => claim.Id).ToList()).OrderBy(claims => claims[0].Id);
}
