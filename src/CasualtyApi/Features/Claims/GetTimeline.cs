using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

/// <summary>The selected claims over time, one series per originator, party, category and scope.</summary>
internal static class GetTimeline
{
    public static readonly QueryField<string> Interval = QueryFields.Word(
        "interval", "The stretch of days one point stands for; weeks begin on Monday.", ["day", "week", "month"], "month");

    public static readonly QueryTable Query = new([.. ClaimFilter.Fields, Interval]);

    public static async Task<Results<Ok<TimelineResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, HeldLedger held, CancellationToken cancellationToken)
    {
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var links = new TimelineLinks(http.Request.Query, query);
        if (!ledger.IsAsOf && await held.AtAsync(db, ledger.Position, cancellationToken) is { } known)
        {
            var walked = await HeldAsync(known, filter, query, db, cancellationToken);
            return TypedResults.Ok(walked.Answer(ledger.Position, walked.Undated + (await filter.CountUndatedAsync(db, known, cancellationToken) ?? 0), links));
        }

        var selected = filter.Of(db);
        var sources = await SourceDirectory.LoadAsync(db, await VoicesAsync(selected, cancellationToken), cancellationToken);
        var timeline = new Timeline(query.Get(ClaimFilter.DateField), query.Get(Interval), sources);
        await foreach (var row in selected.OrderBy(claim => claim.Id).Select(TimelineRow.Projection).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            timeline.Add(row);
        }

        return TypedResults.Ok(timeline.Answer(ledger.Position, timeline.Undated + (await filter.CountUndatedAsync(db, null, cancellationToken) ?? 0), links));
    }

    private static async Task<Timeline> HeldAsync(
        HeldClaims known, ClaimFilter filter, QueryValues query, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var timeline = new HeldTimeline(known.Sources, query.Get(ClaimFilter.DateField));
        await HeldWalk.EachAsync(known, filter, db, timeline.Counting, cancellationToken);
        timeline.Choose(Timeline.MostSeries);
        await HeldWalk.EachAsync(known, filter, db, timeline.Showing, cancellationToken);
        return await timeline.FillAsync(query.Get(Interval), db, cancellationToken);
    }

    private static async Task<List<long>> VoicesAsync(IQueryable<Claim> selected, CancellationToken cancellationToken)
    {
        var voices = await selected.SelectMany(claim => claim.Claimants).Where(claimant => claimant.Ordinal == 0)
            .Select(claimant => claimant.SourceId).Distinct().ToListAsync(cancellationToken);
        var publishers = await selected.Where(claim => claim.Document!.PublisherId != null)
            .Select(claim => claim.Document!.PublisherId!.Value).Distinct().ToListAsync(cancellationToken);
        return [.. voices, .. publishers];
    }
}
