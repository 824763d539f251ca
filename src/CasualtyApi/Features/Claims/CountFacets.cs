using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Facets;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Claims;

/// <summary>Counts the selected claims by each of their values.</summary>
internal static class CountFacets
{
    private static readonly QueryField<long?> Limit = QueryFields.Number(
        "limit", "How many values each facet shows, those of most claims first.", 1, PageFields.HighestLimit, PageFields.DefaultLimit, selects: false);

    public static readonly QueryTable Query = new([.. ClaimFilter.Fields, Limit]);

    public static async Task<Results<Ok<FacetsResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, HeldLedger held, HeldViews kept, CancellationToken cancellationToken)
    {
        var known = await held.OfAsync(db, ledger, cancellationToken);
        var views = known?.Views ?? kept;
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, ledger.IsAsOf ? null : known, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var limit = (int)(query.Get(Limit) ?? PageFields.DefaultLimit);
        return TypedResults.Ok(await ClaimFacets.ReadAsync(filter, query, limit, known, db, ledger, views, cancellationToken));
    }
}
