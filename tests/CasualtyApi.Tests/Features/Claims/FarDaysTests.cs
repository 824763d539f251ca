namespace CasualtyApi.Tests.Features.Claims;

/// <summary>Articles of the first and the last day of the calendar are kept, and no answer fails for them.</summary>
public sealed class FarDaysTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task What_was_published_at_the_ends_of_the_calendar_is_read_listed_and_put_on_timelines()
    {
        foreach (var day in (string[])["0001-01-01", "9999-12-31"])
        {
            using var answer = await service.WriteAsync(
                HttpMethod.Post, CasualtyApi.Tests.Review.Api + "documents", $$"""{"text":"Police said 12 people were killed in Tavira yesterday, and 30 in the past 100 years. ({{day}})","publishedAt":"{{day}}"}""");
            await Service.ReadAsync(answer, 201);
        }

        foreach (var address in (string[])
        [
            "claims/timeline?interval=day", "claims/timeline?interval=week", "claims/timeline?interval=month", "claims/facets", "comparisons", "aggregates?method=latest", "claims?sort=-publishedAt",
            "claims?from=0001-01-01&to=9999-12-31", "claims?dateField=received&from=0001-01-01&to=9999-12-31", "claims?dateField=occurred&from=0001-01-01&to=9999-12-31", "documents",
        ])
        {
            await service.GetAsync(CasualtyApi.Tests.Review.Api + address);
        }

        foreach (var page in (string[])["/", "/?interval=day", "/?interval=week", "/?interval=month", "/compare", "/documents/1", "/documents/2", "/pictures/timeline.svg"])
        {
            using var seen = await service.Client.GetAsync(page);
            Assert.True(seen.IsSuccessStatusCode, $"{page} answered {(int)seen.StatusCode}.");
        }
    }
}
