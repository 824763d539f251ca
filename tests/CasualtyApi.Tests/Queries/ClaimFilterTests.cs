using System.Globalization;
using System.Text.Json;

namespace CasualtyApi.Tests.Queries;

public sealed class ClaimFilterTests(SampledService service) : IClassFixture<SampledService>
{
    [Theory]
    [InlineData("cause=suicide", new[] { 4, 9 })]
    [InlineData("cause=SUICIDE,drone", new[] { 4, 9 })]
    [InlineData("partyKind=civilians", new[] { 8 })]
    [InlineData("place=odesa", new[] { 7 })]
    [InlineData("place=Kursk", new[] { 2, 10 })]
    [InlineData("placeCountry=RU", new[] { 2, 10 })]
    [InlineData("placeCountry=FJ,UA", new[] { 7, 8 })]
    [InlineData("claimantCountry=UA&country=UA", new[] { 7, 10 })]
    [InlineData("originator=Ukraine government", new[] { 7, 10 })]
    [InlineData("originator=Ukraine", new int[0])]
    [InlineData("originator=The Daily", new[] { 9 })]
    [InlineData("originator=United States government", new[] { 2, 3, 5 })]
    [InlineData("originator=Defence Ministry", new int[0])]
    [InlineData("claimant=ana nunez", new[] { 10 })]
    [InlineData("claimant=ЗЕЛЕНСЬКА", new[] { 10 })]
    [InlineData("claimant=n'djamena ana", new[] { 10 })]
    [InlineData("blamed=Russia", new[] { 9 })]
    [InlineData("document=TÓLL", new[] { 10 })]
    [InlineData("document=odésa, \"AGAIN\"", new[] { 7, 8, 9 })]
    [InlineData("minLow=12", new[] { 2, 3, 7, 10 })]
    [InlineData("maxHigh=12", new[] { 7, 8 })]
    [InlineData("minLow=3&maxHigh=11", new[] { 8 })]
    [InlineData("bbox=22,44,41,53", new[] { 7 })]
    [InlineData("bbox=179,-20,-179,-10", new[] { 8 })]
    [InlineData("bbox=-180,-90,180,90", new[] { 7, 8 })]
    [InlineData("updatedSince=2020-01-01T00:00Z&document=Toll", new[] { 10 })]
    [InlineData("updatedSince=2999-01-01", new int[0])]
    [InlineData("from=2025-01-10&to=2025-01-10", new[] { 7, 8, 9 })]
    [InlineData("from=2025-01-11", new[] { 10 })]
    [InlineData("to=2025-01-31", new[] { 7, 8, 9 })]
    [InlineData("dateField=occurred&from=2025-01-09&to=2025-01-20", new[] { 7 })]
    [InlineData("dateField=occurred&to=2025-01-08", new[] { 7, 9 })]
    [InlineData("dateField=received&from=2999-01-01", new int[0])]
    [InlineData("from=2025-01-01&place=odesa&partyKind=military&claimantCountry=UA&minLow=1&bbox=22,44,41,53&collapse=true", new[] { 7 })]
    public async Task Filters_combine(string query, int[] expected)
    {
        var page = await service.GetAsync("/api/v1/claims?" + query);

        Assert.Equal(expected, Ids(page));
        Assert.Equal(expected.Length, page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("from=2025-01-01", 6)]
    [InlineData("from=2025-01-01&collapse=true", 5)]
    [InlineData("from=2025-01-01&country=UA", 0)]
    [InlineData("dateField=occurred&from=2025-01-01", 8)]
    [InlineData("dateField=received&from=2025-01-01", 0)]
    public async Task Claims_without_the_date_are_counted(string query, int undated)
    {
        var page = await service.GetAsync("/api/v1/claims?" + query);
        Assert.Equal(undated, page.GetProperty("undated").GetInt32());
        foreach (var form in (string[])["csv", "ndjson", "geojson", "jsonld", "csv&limit=2", "ndjson&sort=-low", $"csv&asOf={page.GetProperty("position")}"])
        {
            // The second time as it was kept.
            foreach (var _ in (int[])[1, 2]) Assert.Equal(undated, await UndatedHeaderAsync($"{query}&format={form}"));
        }
    }

    [Fact]
    public async Task Where_no_date_is_asked_for_nothing_is_undated()
    {
        Assert.Null(await UndatedHeaderAsync("format=csv"));
        Assert.Null(await UndatedHeaderAsync("format=csv&from=2025-01-01&total=none"));
        Assert.False((await service.GetAsync("/api/v1/claims")).TryGetProperty("undated", out _));
        Assert.False((await service.GetAsync("/api/v1/claims?from=2025-01-01&total=none")).TryGetProperty("undated", out _));
    }

    [Theory]
    [InlineData("from=2025-02-01&to=2025-01-01", "from", "2025-02-01 is after 'to', 2025-01-01")]
    [InlineData("minLow=5&maxHigh=4", "minLow", "5 is above 'maxHigh', 4")]
    [InlineData("from=2025-02-30", "from", "'2025-02-30' is no date")]
    [InlineData("from=01.02.2025", "from", "dates are written '2024-12-31'")]
    [InlineData("dateField=birth", "dateField", "The values are: published, occurred, received.")]
    [InlineData("bbox=1,2,3", "bbox", "is not four numbers")]
    [InlineData("bbox=1,2,3,NaN", "bbox", "is not four numbers")]
    [InlineData("bbox=0,50,181,60", "bbox", "west (1st) and east (3rd) go from -180 to 180")]
    [InlineData("bbox=0,-91,1,60", "bbox", "south (2nd) and north (4th) go from -90 to 90")]
    [InlineData("bbox=0,60,1,50", "bbox", "has its south (60) above its north (50)")]
    [InlineData("updatedSince=yesterday", "updatedSince", "instants are written '2025-01-31T12:00:00Z'")]
    [InlineData("minLow=-1", "minLow", "it goes from 0")]
    [InlineData("place=Odessa", "place", "Did you mean 'Odesa'?")]
    [InlineData("blamed=Rusia", "blamed", "Did you mean 'Russia'?")]
    [InlineData("originator=Ukrain", "originator", "Did you mean 'Ukraine'")]
    public async Task A_filter_with_a_fault_is_refused_with_the_mend(string query, string name, string says) =>
        Assert.Contains(says, (await service.GetAsync("/api/v1/claims?" + query, 400)).Error(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("low", new[] { 4, 8, 9, 7, 10, 2, 3, 1, 5, 6 })]
    [InlineData("-low", new[] { 3, 2, 10, 7, 9, 8, 4, 6, 5, 1 })]
    [InlineData("high", new[] { 8, 7, 1, 2, 3, 4, 5, 6, 9, 10 })]
    [InlineData("publishedAt", new[] { 7, 8, 9, 10, 1, 2, 3, 4, 5, 6 })]
    [InlineData("-publishedAt", new[] { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 })]
    [InlineData("updatedAt", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData("-updatedAt", new[] { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 })]
    public async Task Pages_follow_the_sort_and_what_has_no_such_value_comes_last(string sort, int[] expected)
    {
        foreach (var limit in new[] { 1, 3, 500 })
        {
            var seen = new List<int>();
            for (string? next = ""; next is not null;)
            {
                var page = await service.GetAsync($"/api/v1/claims?sort={sort}&limit={limit}{next}");
                seen.AddRange(Ids(page));
                next = page.TryGetProperty("next", out var token) ? "&cursor=" + token.GetString() : null;
            }

            Assert.Equal(expected, seen);
        }
    }

    private async Task<int?> UndatedHeaderAsync(string query)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?" + query);
        return answer.Headers.TryGetValues("Undated", out var count) ? int.Parse(count.Single(), CultureInfo.InvariantCulture) : null;
    }

    private static IEnumerable<int> Ids(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32());
}
