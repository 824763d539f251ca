namespace CasualtyApi.Tests.Hosting;

[Collection(SeededService.Name)]
public sealed class SecurityTests(Service service)
{
    [Theory]
    [InlineData("/api/v1/claims")]
    [InlineData("/api/v1/claims/99")]
    [InlineData("/api/v1/claims?x=1")]
    [InlineData("/nowhere")]
    [InlineData("/")]
    [InlineData("/swagger/index.html")]
    [InlineData("/problems/bad-value")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_is_hardened(string address)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, address);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Any_page_may_read_and_sees_what_it_needs_to_go_on()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims", ("Origin", "https://dashboard.example"));
        using var asked = await service.SendAsync(HttpMethod.Options, "/api/v1/claims",
            ("Origin", "https://dashboard.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var exposed = string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers"));
        Assert.All(["ETag", "Link", "Ledger-Position", "RateLimit", "RateLimit-Policy", "Retry-After"],
            name => Assert.Contains(name, exposed, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("If-None-Match", string.Join(',', asked.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_page_of_another_origin_may_write()
    {
        using var answer = await service.SendAsync(HttpMethod.Post, "/api/v1/extractions", ("Origin", "https://dashboard.example"));
        using var asked = await service.SendAsync(HttpMethod.Options, "/api/v1/extractions",
            ("Origin", "https://dashboard.example"), ("Access-Control-Request-Method", "POST"));

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("POST", asked.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods) ? string.Join(',', methods) : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_leads_to_swagger()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/");

        Assert.Equal("/swagger/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Swagger_ui_needs_nothing_from_elsewhere()
    {
        var page = await service.Client.GetStringAsync("/swagger/index.html");

        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        using var script = await service.SendAsync(HttpMethod.Get, "/swagger/swagger-ui-bundle.js");
        Assert.True(script.IsSuccessStatusCode);
    }
}
