using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Claims;

internal static class ListClaims
{
    public static readonly QueryTable Query = QueryTable.OfList<ClaimResponse>(ClaimOrder.Keys.Field, ClaimFilter.Fields);

    public static async Task<Results<Ok<Page<ClaimResponse>>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var page = await filter.Of(db).PageAsync(query, ClaimOrder.Keys, ClaimRow.Projection, ledger.Position, cancellationToken);
        var undated = await filter.CountUndatedAsync(db, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, page.Items.SelectMany(row => row.SourceIds), cancellationToken);
        return TypedResults.Ok(page.Of(row => ClaimResponse.Of(row, sources)) with { Undated = undated });
    }
}
