using System.Data.Common;
using CasualtyApi.Store.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CasualtyApi.Tests.Hosting;

/// <summary>A service that cannot read its claims, for no reason it knows.</summary>
public sealed class FailingService : Service
{
    private protected override void Configure(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteCasualtyDbContext>(options => options.AddInterceptors(new Failing()));

    internal sealed class Failing : DbCommandInterceptor
    {
        public static bool IsOn { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsOn && command.CommandText.Contains("\"claims\"", StringComparison.Ordinal) ? throw new InvalidOperationException("SELECT secret FROM /var/lib") : new(result);
    }
}

public sealed class FailureTests(FailingService service) : IClassFixture<FailingService>
{
    [Fact]
    public async Task A_fault_of_ours_is_hardened_and_tells_no_more_than_its_trace()
    {
        FailingService.Failing.IsOn = true;
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims/3");
        FailingService.Failing.IsOn = false;
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        SecurityTests.AssertHardened(answer);
        Assert.Contains("\"traceId\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("SELECT", body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
    }
}

[Collection(SeededService.Name)]
public sealed class SecurityTests(Service service)
{
    [Theory]
    [InlineData("/api/v1/claims")]
    [InlineData("/api/v1/claims/99")]
    [InlineData("/api/v1/claims?x=1")]
    [InlineData("/nowhere")]
    [InlineData("/")]
    [InlineData("/documents/1")]
    [InlineData("/swagger/index.html")]
    [InlineData("/problems/bad-value")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_is_hardened(string address)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, address);

        AssertHardened(answer);
    }

    [Theory]
    [InlineData("GET", "/api/v1/claims/3", "Accept", "text/csv", 406)]
    [InlineData("GET", "/api/v1/claims/3", "If-None-Match", "*", 304)]
    [InlineData("GET", "/api/v1/claims?format=csv", "If-None-Match", "*", 304)]
    [InlineData("GET", "/api/v1/claims?format=csv", "Accept-Encoding", "br", 200)]
    [InlineData("PUT", "/api/v1/claims", "Origin", "https://dashboard.example", 405)]
    [InlineData("POST", "/api/v1/extractions", "Accept", "*/*", 415)]
    [InlineData("OPTIONS", "/api/v1/claims", "Access-Control-Request-Method", "GET", 204)]
    public async Task Whatever_the_status_an_answer_is_hardened(string method, string address, string name, string value, int status)
    {
        using var answer = await service.SendAsync(new(method), address, (name, value), ("Origin", "https://dashboard.example"));

        Assert.Equal(status, (int)answer.StatusCode);
        AssertHardened(answer);
    }

    internal static void AssertHardened(HttpResponseMessage answer)
    {
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
        Assert.All(["ETag", "Link", "Ledger-Position", "Undated", "RateLimit", "RateLimit-Policy", "Retry-After"],
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
    public async Task A_page_runs_and_is_styled_by_files_of_this_service_alone()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/");
        var page = await answer.Content.ReadAsStringAsync();

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/swagger/\"", page, StringComparison.Ordinal);
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
