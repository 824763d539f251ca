using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Timelines;

/// <summary>Puts selected claims on their days: from what is held in memory where that can answer, else row by row.</summary>
internal static class ClaimTimeline
{
    public static readonly QueryField<string> Interval = QueryFields.Word(
        "interval", "The stretch of days one point stands for; weeks begin on Monday.", ["day", "week", "month"], "month");

    /// <param name="asked">The query as it came, which the links of the points narrow.</param>
    /// <param name="known">What is held in memory, at the position of the answer; null for an earlier one.</param>
    public static async Task<TimelineResponse> ReadAsync(
        ClaimFilter filter, QueryValues query, IQueryCollection asked, HeldClaims? known, CasualtyDbContext db, LedgerView ledger, HeldViews views,
        CancellationToken cancellationToken)
    {
        var links = new TimelineLinks(asked, query);
        var undated = await filter.CountUndatedAsync(db, known, views, cancellationToken);
        if (known is not null)
        {
            return Held(known, filter.HeldWhole(known, db), views, query, undated, links);
        }

        var selected = filter.Of(db);
        var sources = await SourceDirectory.LoadAsync(db, await VoicesAsync(selected, cancellationToken), cancellationToken);
        var timeline = new Timeline(query.Get(ClaimFilter.DateField), query.Get(Interval), sources);
        await foreach (var row in selected.OrderBy(claim => claim.Id).Select(TimelineRow.Projection).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            timeline.Add(row);
        }

        return timeline.Answer(ledger.Position, timeline.Undated + (undated ?? 0), links);
    }

    private static TimelineResponse Held(HeldClaims known, HeldFilter filter, HeldViews views, QueryValues query, int? undated, TimelineLinks links)
    {
        var (dateField, interval) = (query.Get(ClaimFilter.DateField), query.Get(Interval));
        return views.Ask(known, filter, view => view
            .Following((typeof(HeldTimeline), dateField, interval), _ => new HeldTimeline(dateField, interval)).Answer(known, filter, undated, links));
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
