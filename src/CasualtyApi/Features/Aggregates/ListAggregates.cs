using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Aggregates;

internal static class ListAggregates
{
    private static readonly QueryField<AggregateMethod> Method = QueryFields.OneOf(
        "method", "How the claims about one subject are taken together; each is defined in the codebook.", AggregateMethod.Latest);

    public static readonly QueryTable Query = new([Method, .. ClaimFilter.Fields, PageFields.Limit, PageFields.Cursor]);

    public static async Task<Results<Ok<AggregatesResponse>, BadRequestProblem, UnaddableProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, null, cancellationToken);
        if (problem is not null) return problem;

        var (method, walk, asked) = (query.Get(Method), new SelectionWalk(filter.Of(db), db), http.Request.Query);
        if (method == AggregateMethod.Sum && await UnaddableAsync(walk, cancellationToken) is { } unaddable) return new UnaddableProblem(unaddable);

        var page = await SubjectPages.ReadAsync(query, walk, part => Answers(method, part, asked), cancellationToken);
        return TypedResults.Ok(new AggregatesResponse(method, ledger.Position, page.Items, page.Excluded, SubjectLinks.Of(asked), page.Next));
    }

    private static SubjectAnswers<AggregateResponse> Answers(AggregateMethod method, SelectionPart part, IQueryCollection asked)
    {
        var sifted = part.Sift();
        var results = AggregateResults.Of(method, sifted);
        return new(
            [.. results.Select(result => (result.First, AggregateResponse.Of(result, asked)))],
            [.. sifted.Excluded, .. results.SelectMany(result => result.Choice.Excluded)]);
    }

    /// <summary>A sum is refused wherever the selection holds what cannot be added, on whatever page.</summary>
    private static async Task<Unaddable?> UnaddableAsync(SelectionWalk walk, CancellationToken cancellationToken)
    {
        Unaddable? found = null;
        await foreach (var part in walk.PartsAsync(0, cancellationToken))
        {
            found = Sum.Against(part.Sift().Claims) is { } more ? more.After(found) : found;
            if (found is { IsLowerBound: true }) break;
        }

        return found;
    }
}
