using CasualtyApi.Store.Terms;
using CasualtyApi.Tests.Features.Keys;

namespace CasualtyApi.Tests.Hosting;

public sealed class RateLimitTests
{
    private const string Claim = "/api/v1/claims/3";

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_others_go_on()
    {
        await using var service = await StartAsync();
        var statuses = new List<int>();
        for (var time = 0; time < 5; time++)
        {
            using var answer = await service.SendAsync(HttpMethod.Get, Claim, ("X-Forwarded-For", $"198.51.100.{time}"));
            statuses.Add((int)answer.StatusCode);
        }

        using var refused = await service.SendAsync(HttpMethod.Get, Claim, ("X-Forwarded-For", "198.51.100.77"));
        using var probe = await service.SendAsync(HttpMethod.Get, "/health/live");
        using var other = await service.WriteAsync(HttpMethod.Get, Claim, null);

        // Reading the contract was one of the five.
        Assert.Equal([200, 200, 200, 200, 429], statuses);
        Assert.Equal("/problems/too-many-requests", (await Service.ReadAsync(refused, 429)).GetProperty("type").GetString());
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal((200, 200), ((int)probe.StatusCode, (int)other.StatusCode));
        SecurityTests.AssertHardened(refused);
    }

    [Fact]
    public async Task A_key_has_limits_of_its_own_and_one_cannot_use_up_anothers()
    {
        await using var service = await StartAsync();
        var (first, second) = (await service.KeyAsync(Role.Reader), await service.KeyAsync(Role.Admin));
        var statuses = new List<int>();
        for (var time = 0; time < 5; time++)
        {
            using var answer = await service.WriteAsync(HttpMethod.Get, Claim, null, first);
            statuses.Add((int)answer.StatusCode);
        }

        using var other = await service.WriteAsync(HttpMethod.Get, Claim, null, second);
        using var nobody = await service.SendAsync(HttpMethod.Get, Claim);

        Assert.Equal([200, 200, 200, 200, 429], statuses);
        Assert.Equal((200, 200), ((int)other.StatusCode, (int)nobody.StatusCode));
    }

    [Fact]
    public async Task Who_guesses_keys_is_counted_by_address()
    {
        await using var service = await StartAsync();
        var statuses = new List<int>();
        for (var time = 0; time < 3; time++)
        {
            using var answer = await service.WriteAsync(HttpMethod.Post, "/api/v1/keys", "{}", $"a-guess-of-a-key-that-nobody-has-{time}");
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([401, 401, 429], statuses);
    }

    [Fact]
    public async Task Reading_a_text_on_the_page_counts_as_reading_it_by_the_operation()
    {
        await using var service = await StartAsync();
        using var page = await service.SendAsync(HttpMethod.Post, "/try/claims.csv");
        using var operation = await service.SendAsync(HttpMethod.Post, "/api/v1/extractions");

        Assert.Equal(["\"extractions\";r=2", "\"extractions\";r=1"], new[] { page, operation }.Select(answer => answer.Headers.GetValues("RateLimit").Single().Split(";t=")[0]));
    }

    [Fact]
    public async Task Every_answer_says_what_is_left_an_answer_kept_as_bytes_too()
    {
        await using var service = await StartAsync();
        using var first = await service.SendAsync(HttpMethod.Get, "/api/v1/sources?limit=2");
        using var kept = await service.SendAsync(HttpMethod.Get, "/api/v1/sources?limit=2");
        using var unchanged = await service.SendAsync(HttpMethod.Get, "/api/v1/sources?limit=2", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var nowhere = await service.SendAsync(HttpMethod.Get, "/nowhere");

        // The second of five was for the contract.
        Assert.Equal(["4", "2", "1", "0"], new[] { first, kept, unchanged, nowhere }.Select(answer =>
        {
            Assert.Equal("\"reads\";q=5;w=60", answer.Headers.GetValues("RateLimit-Policy").Single());
            Assert.Matches("^\"reads\";r=[0-9]+;t=[0-9]+$", answer.Headers.GetValues("RateLimit").Single());
            return answer.Headers.GetValues("RateLimit").Single().Split("r=")[1].Split(';')[0];
        }));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task What_a_browser_asks_for_a_page_costs_it_nothing(string method)
    {
        await using var service = await StartAsync();
        await service.GetAsync("/api/v1/sources");

        // A second of five was for the contract.
        foreach (var _ in Enumerable.Range(0, 8))
        {
            using var asked = await service.SendAsync(HttpMethod.Options, "/api/v1/sources",
                ("Origin", "https://dashboard.example"), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "if-none-match"));

            Assert.Equal(204, (int)asked.StatusCode);
            Assert.StartsWith("\"reads\";r=3;", asked.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        }
    }

    private static async Task<OwnService> StartAsync()
    {
        var service = new OwnService(
            ("RateLimits:ReadsPerMinute", "5"), ("RateLimits:WritesPerMinute", "2"), ("RateLimits:KeyReadsPerMinute", "4"), ("RateLimits:KeyWritesPerMinute", "3"),
            ("RateLimits:ExtractionsPerMinute", "3"));
        await service.InitializeAsync();
        return service;
    }
}
