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
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, HeldLedger held, HeldViews views, CancellationToken cancellationToken)
    {
        var known = ledger.IsAsOf ? null : await held.AtAsync(db, ledger.Position, cancellationToken);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, known, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var links = new TimelineLinks(http.Request.Query, query);
        var undated = await filter.CountUndatedAsync(db, known, views, cancellationToken);
        if (known is not null)
        {
            return TypedResults.Ok(await HeldAsync(known, filter, views, query, db, undated, links, cancellationToken));
        }

        var selected = filter.Of(db);
        var sources = await SourceDirectory.LoadAsync(db, await VoicesAsync(selected, cancellationToken), cancellationToken);
        var timeline = new Timeline(query.Get(ClaimFilter.DateField), query.Get(Interval), sources);
        await foreach (var row in selected.OrderBy(claim => claim.Id).Select(TimelineRow.Projection).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            timeline.Add(row);
        }

        return TypedResults.Ok(timeline.Answer(ledger.Position, timeline.Undated + (undated ?? 0), links));
    }

    private static async Task<TimelineResponse> HeldAsync(
        HeldClaims known, ClaimFilter filter, HeldViews views, QueryValues query, CasualtyDbContext db, int? undated, TimelineLinks links, CancellationToken cancellationToken)
    {
        var (dateField, interval, held) = (query.Get(ClaimFilter.DateField), query.Get(Interval), await filter.HeldAsync(known, db, cancellationToken));
        return views.Ask(known, held, view => view
            .Following((typeof(HeldTimeline), dateField, interval), _ => new HeldTimeline(dateField, interval)).Answer(known, held, undated, links));
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
