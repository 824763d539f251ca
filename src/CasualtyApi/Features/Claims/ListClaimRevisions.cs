using CasualtyApi.Http;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Claims;

internal static class ListClaimRevisions
{
    public static async Task<Results<Ok<ClaimRevisionsResponse>, NotFoundProblem>> HandleAsync(
        long id, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken) =>
        await ClaimHistory.ReadAsync(id, db, ledger, cancellationToken) is { } history
            ? TypedResults.Ok(history)
            : new NotFoundProblem("claim", id);
}
