using System.Globalization;
using System.Net;
using CasualtyApi.Http;
using CasualtyApi.Queries.Claims;

namespace CasualtyApi.Tests.Features.Claims;

/// <summary>Claims are written from the reader's bytes; the record and its serializer say what they must be.</summary>
public sealed class ClaimRenderingTests(DrawnService drawn, SampledService sampled) : IClassFixture<DrawnService>, IClassFixture<SampledService>
{
    private static readonly string Records = "fields=" + string.Join(',', ApiJson.MemberNames(typeof(ClaimResponse)));

    [Theory]
    [InlineData("limit=500")]
    [InlineData("limit=500&sort=-publishedAt")]
    [InlineData("limit=500&sort=high&status=any")]
    [InlineData("limit=7&sort=low&total=exact")]
    [InlineData("limit=3&total=none&from=2021-03-01")]
    [InlineData("category=mixed&sort=-updatedAt")]
    [InlineData("status=retracted&from=2022-01-01")]
    [InlineData("cause=suicide,nothing")]
    public async Task Bytes_written_past_the_records_are_those_of_the_records(string query)
    {
        foreach (var service in new Service[] { drawn, sampled })
        {
            Assert.Equal(
                await service.Client.GetStringAsync($"/api/v1/claims?{query}&{Records}"), await service.Client.GetStringAsync($"/api/v1/claims?{query}"));
        }
    }

    [Theory]
    [InlineData("category=mixed&status=any&hxl=true")]
    [InlineData("party=3&sort=-publishedAt")]
    [InlineData("claimant=5,6&sort=high")]
    public async Task Rows_written_past_the_records_are_those_of_the_records(string query)
    {
        foreach (var (service, asked) in new (Service, string)[] { (drawn, query), (sampled, "status=any&hxl=true") })
        {
            Assert.Equal(
                await service.Client.GetStringAsync($"/api/v1/claims?{asked}&format=csv&limit=500"), await service.Client.GetStringAsync($"/api/v1/claims?{asked}&format=csv"));
        }
    }

    [Theory]
    [InlineData("/api/v1/claims?format=ndjson", "application/x-ndjson")]
    [InlineData("/api/v1/claims?format=jsonld", "application/ld+json")]
    [InlineData("/api/v1/exports/claims.csv", "text/csv")]
    public async Task Head_says_what_would_come_and_makes_none_of_it(string address, string mediaType)
    {
        using var answer = await drawn.SendAsync(HttpMethod.Head, address);

        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(0, answer.Content.Headers.ContentLength ?? 0);
        Assert.NotNull(answer.Headers.CacheControl);
    }

    [Theory]
    [InlineData("sort=-publishedAt&party=1")]
    [InlineData("sort=publishedAt&category=killed")]
    [InlineData("sort=low&status=any")]
    [InlineData("sort=-high")]
    [InlineData("sort=-updatedAt")]
    public async Task Pages_follow_on_one_another_to_the_last_claim(string query)
    {
        var seen = new List<long>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await drawn.GetAsync($"/api/v1/claims?limit=90&{query}" + (cursor.Length > 0 ? $"&cursor={cursor}" : ""));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(claim => claim.GetProperty("id").GetInt64()));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        var whole = await drawn.Client.GetStringAsync($"/api/v1/claims?{query}&format=csv");
        Assert.Equal(whole.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => long.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)), seen);
    }
}
