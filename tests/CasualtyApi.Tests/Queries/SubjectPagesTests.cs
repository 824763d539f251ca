using System.Text.Json;
using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Queries;

/// <summary>A ledger of more claims than are read at once, so that what goes from part to part is the same as what is read whole.</summary>
public sealed class SubjectPagesTests(Service service) : IClassFixture<Service>, IAsyncLifetime
{
    private const int Documents = 6, ClaimsEach = 900;

    async Task IAsyncLifetime.InitializeAsync()
    {
        for (var document = 0; document < Documents; document++)
        {
            var sentences = Enumerable.Range(0, ClaimsEach).Select(number => $"The ministry said {number} of group {document}.{number % 40} fell.").ToList();
            var reading = new HandReading(string.Join(' ', sentences));
            for (var number = 0; number < ClaimsEach; number++)
            {
                var party = new PartyReading("group", $"Group {number % 40}", "UA", PartyKind.Military);
                reading.Says(new SourceReading($"Ministry {number % 3}", SourceKind.Government), sentences[number])
                    .Counts($"{number} of group {document}.{number % 40}", party, number, claim => claim with
                    {
                        Category = number % 7 == 0 ? CasualtyCategory.Injured : CasualtyCategory.Killed,
                        Scope = number % 5 == 0 ? ClaimScope.Rate : ClaimScope.Unspecified,
                        PartOf = number >= 40 && number % 11 == 0 ? number - 40 : null,
                        Updates = number >= 40 && number % 13 == 0 ? number - 40 : null,
                    });
            }

            await service.KeepAsync(
                new Article(string.Join(' ', sentences), "post", $"Group {document}", PublishedAt: new DateOnly(2025, 1 + document, 1)), reading.Reading);
        }
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("comparisons?country=UA", 100)]
    [InlineData("aggregates?country=UA&method=range", 61)]
    [InlineData("aggregates?country=UA", 37)]
    public async Task Pages_show_every_subject_once_and_account_for_every_claim_as_each_party_alone_does(string address, int limit)
    {
        var (paged, excluded) = await PagesAsync($"{address}&limit={limit}");
        var (alone, excludedAlone) = (new List<string>(), 0);
        for (var party = 0; party < 40; party++)
        {
            var (items, count) = await PagesAsync($"{address}&limit=500&party=Group {party}");
            alone.AddRange(items);
            excludedAlone += count;
        }

        Assert.Equal(alone.Order(), paged.Order());
        Assert.Equal(excludedAlone, excluded);
        Assert.True(paged.Count > limit);
    }

    [Theory]
    [InlineData("comparisons")]
    [InlineData("aggregates")]
    public async Task Claims_without_the_date_asked_for_are_told_on_the_last_page(string list)
    {
        var address = $"{list}?country=UA&dateField=occurred&from=2024-01-01&limit=500";
        var (_, excluded) = await PagesAsync(address);
        var page = await service.GetAsync($"/api/v1/{address}");

        Assert.Equal(ClaimsEach * Documents, excluded);
        Assert.Equal(ClaimsEach * Documents, page.GetProperty("excluded").GetProperty("byReason").GetProperty("undated").GetInt32());
        Assert.Equal(100, page.GetProperty("excluded").GetProperty("claims").GetArrayLength());
    }

    [Fact]
    public async Task A_sum_of_very_many_that_cannot_be_added_names_the_first_of_them()
    {
        var problem = await service.GetAsync("/api/v1/aggregates?method=sum&country=UA&limit=1", 422);

        Assert.Equal(100, problem.GetProperty("claims").GetProperty("claims").GetArrayLength());
        Assert.InRange(problem.GetProperty("pairs").GetProperty("claims").GetArrayLength(), 0, 100);
    }

    [Fact]
    public async Task An_item_leads_to_the_claims_it_is_made_of()
    {
        var item = (await service.GetAsync("/api/v1/aggregates?country=UA&limit=1&method=range")).GetProperty("items")[0];
        var claims = await service.GetAsync(item.GetProperty("links").GetProperty("claims").GetString() + "&limit=500");
        var ids = claims.GetProperty("items").EnumerateArray().Select(claim => claim.GetProperty("id").GetInt64()).ToHashSet();

        Assert.All(item.GetProperty("used").GetProperty("claims").EnumerateArray(), used => Assert.Contains(used.GetInt64(), ids));
    }

    private async Task<(List<string> Items, int Excluded)> PagesAsync(string address)
    {
        var (items, excluded) = (new List<string>(), 0);
        for (string? next = ""; next is not null;)
        {
            using var answer = await service.SendAsync(HttpMethod.Get, $"/api/v1/{address}{next}");
            var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            items.AddRange(page.GetProperty("items").EnumerateArray().Select(item =>
                string.Join(' ', item.EnumerateObject().Where(member => member.Name != "links").Select(member => member.Value.GetRawText()))));
            excluded += page.GetProperty("excluded").GetProperty("count").GetInt32();
            next = page.TryGetProperty("next", out var token) ? "&cursor=" + token.GetString() : null;
            Assert.Equal(next is not null, answer.Headers.GetValues("Link").Single().Contains("rel=\"next\"", StringComparison.Ordinal));
        }

        return (items, excluded);
    }
}
