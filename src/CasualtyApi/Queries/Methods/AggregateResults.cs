using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Methods;

/// <summary>What a method makes of one subject; a sum's subject is all its incidents.</summary>
internal sealed record AggregateResult(SubjectResponse Subject, Choice Choice);

/// <summary>One result for each subject, in the order of their first claims; made when it is asked for.</summary>
internal sealed class AggregateResults
{
    private readonly AggregateMethod _method;
    private readonly IReadOnlyList<List<SelectedClaim>> _subjects;

    private AggregateResults(AggregateMethod method, IEnumerable<IGrouping<object, SelectedClaim>> subjects)
    {
        _method = method;
        _subjects = [.. subjects.Select(subject => subject.OrderBy(claim => claim.Id).ToList()).OrderBy(claims => claims[0].Id)];
        Firsts = [.. _subjects.Select(claims => claims[0].Id)];
    }

    /// <summary>Of each subject the first claim.</summary>
    public IReadOnlyList<long> Firsts { get; }

    public IEnumerable<AggregateResult> All => _subjects.Select(Result);

    public AggregateResult this[int subject] => Result(_subjects[subject]);

    public static AggregateResults Of(AggregateMethod method, Sifted sifted) =>
        new(method, sifted.Claims.GroupBy(claim => method == AggregateMethod.Sum ? Sum.Added(claim) : (object)claim.Subject));

    private AggregateResult Result(List<SelectedClaim> claims) => _method == AggregateMethod.Sum
        ? new(SubjectResponse.OfSum(claims), Sum.Of(claims))
        : new(SubjectResponse.Of(claims), Choices.Of(_method, claims));
}
