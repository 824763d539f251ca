using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace CasualtyApi.Tests.Hosting;

/// <summary>A service whose log can be looked at.</summary>
public sealed class LoggedService : Service, ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _events = [];

    internal IReadOnlyList<LogEvent> Requests => [.. _events.Where(line => line.Properties.ContainsKey("Route"))];

    internal string Everything => string.Join('\n', _events.Select(line => line.RenderMessage(null) + line.Exception));

    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<ILogEventSink>(this);
}

public sealed class LoggingTests(LoggedService service) : IClassFixture<LoggedService>
{
    [Fact]
    public async Task A_request_is_one_line_with_route_ids_and_status()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims/424242/revisions");
        var line = await LineAsync("424242");

        Assert.Equal("\"/api/v1/claims/{id:number}/revisions\"", line.Properties["Route"].ToString());
        Assert.Equal("404", line.Properties["Status"].ToString());
        Assert.Single(service.Requests, request => request.RenderMessage(null).Contains("424242", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_name_and_no_text_reaches_the_log()
    {
        using var filtered = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?claimant=Jane%20Secret&total=none");
        using var nowhere = await service.SendAsync(HttpMethod.Get, "/api/v1/people/Jane%20Secret");
        await service.PostAsync("Jane Secret said a soldier was killed.", "text/plain");
        await service.PostAsync("{\"Jane Secret\":1}", "application/json", 400);
        await LineAsync("total");

        Assert.DoesNotContain("Secret", service.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Kirby", service.Everything, StringComparison.Ordinal);
    }

    /// <summary>The line is written after the answer, so it may come a moment later.</summary>
    private async Task<LogEvent> LineAsync(string holds)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (service.Requests.FirstOrDefault(line => line.RenderMessage(null).Contains(holds, StringComparison.Ordinal)) is { } line)
            {
                return line;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"No line holds '{holds}'.");
    }
}
