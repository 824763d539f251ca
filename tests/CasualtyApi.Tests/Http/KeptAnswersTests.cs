using System.Net;
using System.Text.Json;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Http;

public sealed class KeptAnswersTests(SampledService service) : IClassFixture<SampledService>
{
    private const string List = "/api/v1/claims?fields=credibility&limit=10";
    private static readonly (string, string) Packed = ("Accept-Encoding", "gzip");

    [Theory]
    [InlineData(10_000)]
    public async Task No_edit_is_followed_by_a_stale_answer_whoever_made_it(int edits)
    {
        // The second writer shares nothing with the service but the file, as another process would.
        using var other = new ChangeLog(TimeProvider.System, TimeSpan.FromMinutes(2));
        var random = new Random(7);
        var truth = Credibilities(await (await service.SendAsync(HttpMethod.Get, List)).Content.ReadAsStringAsync());
        var (held, etag) = (truth.ToDictionary(), "");
        var unchanged = 0;
        for (var edit = 0; edit < edits; edit++)
        {
            if (random.Next(4) > 0)
            {
                var (id, grade) = (random.Next(1, truth.Count + 1), random.Next(1, 7));
                await service.ChangeAsync(random.Next(2) == 0 ? other : null, async context => await context.Claims.SingleAsync(claim => claim.Id == id),
                    claim => claim.Credibility = grade, ChangeKind.Corrected);
                truth[id] = grade;
            }

            using var answer = await service.SendAsync(HttpMethod.Get, List, ("If-None-Match", etag.Length > 0 ? etag : "\"none\""));
            if (answer.StatusCode == HttpStatusCode.OK) held = Credibilities(await answer.Content.ReadAsStringAsync());
            else unchanged++;
            etag = answer.Headers.ETag!.ToString();
            Assert.Equal(truth, held);
        }

        Assert.InRange(unchanged, 1, edits / 2);
    }

    [Theory]
    [InlineData("/api/v1/claims?limit=3")]
    [InlineData("/api/v1/claims/3")]
    [InlineData("/api/v1/claims?format=csv")]
    [InlineData("/api/v1/claims/facets")]
    public async Task A_kept_answer_is_the_first_one_again(string address)
    {
        foreach (var headers in new[] { new[] { Packed }, [], [("Origin", "https://dashboard.example")] })
        {
            using var first = await service.SendAsync(HttpMethod.Get, address, headers);
            using var again = await service.SendAsync(HttpMethod.Get, address, headers);

            Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
            Assert.Equal(Headers(first), Headers(again));
        }
    }

    [Fact]
    public async Task Who_has_an_answer_is_told_so_again_and_who_has_not_gets_it()
    {
        const string Address = "/api/v1/claims?limit=4";
        using var other = await service.SendAsync(HttpMethod.Get, Address + "&sort=low");
        using var probe = await service.SendAsync(HttpMethod.Get, Address, ("Accept", "application/json"));
        (string, string) has = ("If-None-Match", $"{probe.Headers.ETag}"), hasOther = ("If-None-Match", $"{other.Headers.ETag}");

        // Under this spelling nobody has asked yet.
        using var first = await service.SendAsync(HttpMethod.Get, Address, has);
        using var again = await service.SendAsync(HttpMethod.Get, Address, has);
        using var stale = await service.SendAsync(HttpMethod.Get, Address, hasOther);
        using var whole = await service.SendAsync(HttpMethod.Get, Address);

        Assert.Equal([HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, again.StatusCode, stale.StatusCode, whole.StatusCode]);
        Assert.Equal(Headers(first), Headers(again));
        Assert.Equal(await probe.Content.ReadAsStringAsync(), await stale.Content.ReadAsStringAsync());
        Assert.Equal(await probe.Content.ReadAsStringAsync(), await whole.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Refusals_and_probes_are_not_kept()
    {
        using var refused = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?limit=0");
        using var again = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?limit=0");

        Assert.NotEqual(Trace(await refused.Content.ReadAsStringAsync()), Trace(await again.Content.ReadAsStringAsync()));
    }

    private static Dictionary<int, int?> Credibilities(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("items").EnumerateArray().ToDictionary(
            claim => claim.GetProperty("id").GetInt32(),
            claim => claim.GetProperty("credibility") is { ValueKind: JsonValueKind.Number } grade ? grade.GetInt32() : (int?)null);
    }

    private static string? Trace(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("traceId").GetString();
    }

    private static IEnumerable<string> Headers(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length" or "RateLimit"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
}
