using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Comparisons;

internal static class ListComparisons
{
    public static async Task<Results<Ok<ComparisonsResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, HeldLedger held, CancellationToken cancellationToken)
    {
        var known = await held.TryOfAsync(db, ledger, cancellationToken);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, ledger.IsAsOf ? null : known, cancellationToken);
        return problem is not null
            ? problem
            : TypedResults.Ok(await ClaimComparisons.ReadAsync(filter, query, http.Request.Query, known, db, ledger, cancellationToken));
    }
}
