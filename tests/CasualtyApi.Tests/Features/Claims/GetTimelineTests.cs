using System.Text.Json;
using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Features.Claims;

public sealed class GetTimelineTests(Service service) : IClassFixture<Service>
{
    private static readonly SourceReading Staff = new("General Staff", SourceKind.Military);

    private static int _day;

    [Fact]
    public async Task A_point_is_the_envelope_of_its_interval_and_nothing_is_added()
    {
        await KeepAsync("Aland", new(2025, 3, 3), 10, 12);
        await KeepAsync("Aland", new(2025, 3, 9), 7, 8);
        await KeepAsync("Aland", new(2025, 3, 10), 20, null);
        await KeepAsync("Aland", null, 99, 99);
        await KeepAsync("Aland", new(2025, 3, 4), null, null);
        await KeepAsync("Aland", new(2025, 3, 4), 5, 5, claim => claim with { Certainty = Certainty.Denied });

        var weeks = await service.GetAsync("/api/v1/claims/timeline?party=Aland&interval=week");
        var series = Assert.Single(weeks.GetProperty("series").EnumerateArray());
        Assert.Equal("2025-03-03..2025-03-09 7..12 of 2; 2025-03-10..2025-03-16 20.. of 1", Printed(series));
        Assert.Equal("General Staff", series.GetProperty("originator").GetProperty("name").GetString());
        Assert.Equal(
            (1, 1, 1, 0),
            (weeks.GetProperty("undated").GetInt32(), weeks.GetProperty("unquantified").GetInt32(), weeks.GetProperty("denied").GetInt32(), weeks.GetProperty("moreSeries").GetInt32()));

        var month = await service.GetAsync("/api/v1/claims/timeline?party=Aland&from=2025-03-04");
        Assert.Equal("2025-03-01..2025-03-31 7.. of 2", Printed(month.GetProperty("series")[0]));
        Assert.Equal(1, month.GetProperty("undated").GetInt32());

        var point = weeks.GetProperty("series")[0].GetProperty("points")[0];
        Assert.Equal(2, point.GetProperty("ids").GetArrayLength());
        var behind = await service.GetAsync(point.GetProperty("link").GetString() + "&minLow=0");
        Assert.Equal(
            point.GetProperty("ids").EnumerateArray().Select(id => id.GetInt64()),
            behind.GetProperty("items").EnumerateArray().Where(claim => claim.GetProperty("certainty").GetString() != "denied").Select(claim => claim.GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task A_running_total_shows_its_last()
    {
        static ClaimReading Total(ClaimReading claim) => claim with { Scope = ClaimScope.Total };
        await KeepAsync("Borduria", new(2025, 4, 20), 900, 900, Total);
        await KeepAsync("Borduria", new(2025, 4, 25), 850, 850, Total);
        await KeepAsync("Borduria", new(2025, 4, 2), 800, 800, Total);

        var series = (await service.GetAsync("/api/v1/claims/timeline?party=Borduria")).GetProperty("series")[0];
        Assert.Equal("2025-04-01..2025-04-30 850..850 of 3", Printed(series));
        Assert.Equal(series.GetProperty("points")[0].GetProperty("ids")[1].GetInt64(), series.GetProperty("points")[0].GetProperty("last").GetInt64());
    }

    [Fact]
    public async Task At_most_50_series_are_shown_the_biggest_first_and_ids_of_at_most_20_claims()
    {
        for (var number = 0; number < 51; number++)
        {
            await KeepAsync($"Party{number}", new(2025, 5, 1), 1, 1, claim => claim with { Cause = "drawn" });
        }

        for (var number = 0; number < 20; number++)
        {
            await KeepAsync("Party50", new(2025, 5, 1), 1, 1, claim => claim with { Cause = "drawn" });
        }

        var timeline = await service.GetAsync("/api/v1/claims/timeline?cause=drawn");
        Assert.Equal(50, timeline.GetProperty("series").GetArrayLength());
        Assert.Equal(1, timeline.GetProperty("moreSeries").GetInt32());
        Assert.Equal("Party50", timeline.GetProperty("series")[0].GetProperty("party").GetProperty("name").GetString());
        Assert.Equal("2025-05-01..2025-05-31 1..1 of 21", Printed(timeline.GetProperty("series")[0]));
        Assert.Equal(JsonValueKind.Null, timeline.GetProperty("series")[0].GetProperty("points")[0].GetProperty("ids").ValueKind);
    }

    [Fact]
    public async Task Documents_without_a_publisher_are_a_series_each()
    {
        foreach (var (day, count) in ((int, int)[])[(1, 16), (2, 18), (2, 19)])
        {
            var text = $"Text {++_day}: people were killed.";
            var reading = new HandReading(text).Says(null, text);
            for (var more = 0; more < count; more++) reading = reading.Counts("people", new(null, "Syldavia", null, PartyKind.People), count);
            await service.KeepAsync(new Article(text, "post", PublishedAt: new(2025, 6, day)), reading.Reading);
        }

        var timeline = await service.GetAsync("/api/v1/claims/timeline?party=Syldavia");
        var held = timeline.GetProperty("series").EnumerateArray().ToList();
        Assert.Equal(["19..19 of 19", "18..18 of 18", "16..16 of 16"], held.Select(series => Printed(series)[23..]));
        Assert.Equal(3, held.Select(series => series.GetProperty("document").GetInt64()).Distinct().Count());
        Assert.All(held, series => Assert.Equal(series.GetProperty("claims").GetInt32(), series.GetProperty("points")[0].GetProperty("ids").GetArrayLength()));
        var stored = await service.GetAsync($"/api/v1/claims/timeline?party=Syldavia&asOf={timeline.GetProperty("position")}");
        Assert.Equal(timeline.GetProperty("series").GetRawText(), stored.GetProperty("series").GetRawText());
    }

    private static string Printed(JsonElement series) => string.Join("; ", series.GetProperty("points").EnumerateArray().Select(point =>
        $"{point.GetProperty("start")}..{point.GetProperty("end")} {point.GetProperty("low")}..{point.GetProperty("high")} of {point.GetProperty("claims")}"));

    private Task<long> KeepAsync(string party, DateOnly? published, long? low, long? high, Func<ClaimReading, ClaimReading>? with = null)
    {
        var text = $"Text {++_day}: people were killed.";
        return service.KeepAsync(
            new Article(text, "post", PublishedAt: published),
            new HandReading(text).Says(Staff, text).Counts("people", new(null, party, null, PartyKind.People), 1, claim =>
                (with ?? (same => same))(claim with { Count = new("…", CountRelation.Between, low, high) })).Reading);
    }
}
