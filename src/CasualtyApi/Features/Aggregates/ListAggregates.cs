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

    public static readonly QueryTable Query = new([Method, .. ClaimFilter.Fields]);

    public static async Task<Results<Ok<AggregatesResponse>, BadRequestProblem, UnaddableProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, cancellationToken);
        if (problem is not null) return problem;

        var method = query.Get(Method);
        var sifted = InForce.Of(await Selection.ReadAsync(filter.Of(db), db, cancellationToken));
        if (method == AggregateMethod.Sum && Sum.Against(sifted.Claims) is { } unaddable) return new UnaddableProblem(unaddable);

        var results = AggregateResults.Of(method, sifted);
        return TypedResults.Ok(new AggregatesResponse(
            method, ledger.Position, [.. results.Select(AggregateResponse.Of)],
            ExcludedResponse.Of([.. sifted.Excluded, .. results.SelectMany(result => result.Choice.Excluded)])));
    }
}
