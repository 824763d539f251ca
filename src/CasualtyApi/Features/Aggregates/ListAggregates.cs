using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Aggregates;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Aggregates;

internal static class ListAggregates
{
    public static async Task<Results<Ok<AggregatesResponse>, BadRequestProblem, UnaddableProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, null, cancellationToken);
        if (problem is not null) return problem;

        var (answer, refused) = await ClaimAggregates.ReadAsync(query.Get(ClaimAggregates.Method), filter, query, http.Request.Query, db, ledger, cancellationToken);
        return answer is null ? new UnaddableProblem(refused!) : TypedResults.Ok(answer);
    }
}
