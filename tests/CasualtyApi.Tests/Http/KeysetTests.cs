using System.Text.Json;
using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Http;

public sealed class KeysetTests(Service service) : IClassFixture<Service>
{
    [Theory]
    [InlineData("id")]
    [InlineData("-id")]
    [InlineData("receivedAt")]
    public async Task No_row_is_skipped_or_repeated_while_others_write(string sort)
    {
        var before = Ids(await service.GetAsync("/api/v1/claims?limit=500"));
        var seen = new List<int>();
        string? next = null;
        do
        {
            var page = await service.GetAsync($"/api/v1/claims?limit=1&sort={sort}" + (next is null ? "" : $"&cursor={next}"));
            seen.AddRange(Ids(page));
            next = page.TryGetProperty("next", out var token) ? token.GetString() : null;
            if (seen.Count < 20)
            {
                await AddAsync($"Sort {sort}, page {seen.Count}: a soldier was killed.");
            }
        }
        while (next is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(before.Except(seen));
    }

    private static int[] Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32())];

    private Task<long> AddAsync(string text) => service.KeepAsync(
        new Article(text, "post"),
        new HandReading(text).Says(null, text).Counts("a soldier", new(null, "Ukraine", "UA", PartyKind.Military)).Reading);
}
