using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Aggregates;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Aggregates;

internal static class ListAggregates
{
    public static async Task<Results<Ok<AggregatesResponse>, BadRequestProblem, UnaddableProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, HeldLedger held, CancellationToken cancellationToken)
    {
        var known = await held.TryOfAsync(db, ledger, cancellationToken);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, ledger.IsAsOf ? null : known, cancellationToken);
        if (problem is not null) return problem;

        var (answer, refused) = await ClaimAggregates.ReadAsync(query.Get(ClaimAggregates.Method), filter, query, http.Request.Query, known, db, ledger, cancellationToken);
        return answer is null ? new UnaddableProblem(refused!) : TypedResults.Ok(answer);
    }
}
