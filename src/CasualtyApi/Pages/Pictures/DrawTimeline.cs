using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using CasualtyApi.Queries.Timelines;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Pictures;

/// <summary>The picture of the selected claims over time.</summary>
internal static class DrawTimeline
{
    public static async Task<Results<Picture, BadRequestProblem, OtherProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, HeldLedger held, HeldViews views, CancellationToken cancellationToken)
    {
        var known = ledger.IsAsOf ? null : await held.AtAsync(db, ledger.Position, cancellationToken);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, known, cancellationToken);
        if (problem is not null) return problem;

        var timeline = await ClaimTimeline.ReadAsync(filter, query, http.Request.Query, known, db, ledger, views, cancellationToken);
        return timeline.Series.Count == 0
            ? new OtherProblem(ProblemType.NotFound, "None of these claims has a day and a number, so there is nothing to draw.")
            : new Picture("casualty-timeline", TimelineChart.Of(TimelineFigure.Shown(timeline), isAlone: true));
    }
}
