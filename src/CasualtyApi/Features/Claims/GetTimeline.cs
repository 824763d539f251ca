using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using CasualtyApi.Queries.Timelines;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Claims;

/// <summary>The selected claims over time, one series per originator, party, category and scope.</summary>
internal static class GetTimeline
{
    public static readonly QueryTable Query = new([.. ClaimFilter.Fields, ClaimTimeline.Interval]);

    public static async Task<Results<Ok<TimelineResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, HeldLedger held, HeldViews kept, CancellationToken cancellationToken)
    {
        var known = await held.OfAsync(db, ledger, cancellationToken);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, ledger.IsAsOf ? null : known, cancellationToken);
        return problem is not null
            ? problem
            : TypedResults.Ok(await ClaimTimeline.ReadAsync(filter, query, http.Request.Query, known, db, ledger, known?.Views ?? kept, cancellationToken));
    }
}
