using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Aggregates;

/// <summary>What selected claims come to, by a named method, or why they cannot be added.</summary>
internal static class ClaimAggregates
{
    public static readonly QueryField<AggregateMethod> Method = QueryFields.OneOf(
        "method", "How the claims about one subject are taken together; each is defined in the codebook.", AggregateMethod.Latest);

    public static readonly QueryTable Query = new([Method, .. ClaimFilter.Fields, PageFields.Limit, PageFields.Cursor]);

    /// <param name="asked">The query as it came, which the links of the items narrow.</param>
    /// <param name="known">What is held in memory, at the position of the answer; null where nothing is.</param>
    public static async Task<(AggregatesResponse? Answer, Unaddable? Refused)> ReadAsync(
        AggregateMethod method, ClaimFilter filter, QueryValues query, IQueryCollection asked, HeldClaims? known, CasualtyDbContext db, LedgerView ledger,
        CancellationToken cancellationToken)
    {
        filter = filter.Uncollapsed();
        var walk = SelectionWalk.Of(filter, known, db);
        if (method == AggregateMethod.Sum && await UnaddableAsync(walk, cancellationToken) is { } unaddable) return (null, unaddable);

        var page = await SubjectPages.ReadAsync(query, walk, part => Answers(method, part, asked),
            () => filter.UndatedAsync(db, known, ExcludedResponse.Listed, cancellationToken), cancellationToken);
        return (new(method, ledger.Position, page.Items, page.Excluded, SubjectLinks.Of(asked), page.Next), null);
    }

    private static SubjectAnswers<AggregateResponse> Answers(AggregateMethod method, SelectionPart part, IQueryCollection asked)
    {
        var results = part.Once(method, part => AggregateResults.Of(method, part.Sifted));
        return new(
            results.Firsts, subject => AggregateResponse.Of(results[subject], asked), part.Sifted.Excluded.Concat(results.All.SelectMany(result => result.Choice.Excluded)));
    }

    /// <summary>A sum is refused wherever the selection holds what cannot be added, on whatever page.</summary>
    private static async Task<Unaddable?> UnaddableAsync(SelectionWalk walk, CancellationToken cancellationToken)
    {
        Unaddable? found = null;
        await foreach (var part in walk.PartsAsync(0, cancellationToken))
        {
            found = Sum.Against(part.Sifted.Claims) is { } more ? more.After(found) : found;
            if (found is { IsLowerBound: true }) break;
        }

        return found;
    }
}
