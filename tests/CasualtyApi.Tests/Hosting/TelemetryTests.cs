using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CasualtyApi.Tests.Hosting;

/// <summary>A collector that keeps what it is sent: OTLP over HTTP, in Protocol Buffers, whose texts stand in them as they are.</summary>
public sealed class Collector : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> received = new();
    private readonly WebApplication app;

    public Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var text = Encoding.Latin1.GetString(body.ToArray());
            received.AddOrUpdate(signal, text, (_, before) => before + text);
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    public string Address => app.Urls.Single();

    public string Everything => string.Concat(received.Values);

    public async Task InitializeAsync() => await app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    /// <summary>Waits until a signal holds the words: it is sent in batches.</summary>
    public async Task<bool> HearsAsync(string signal, string words)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (received.TryGetValue(signal, out var text) && text.Contains(words, StringComparison.Ordinal)) return true;
            await Task.Delay(100);
        }

        return false;
    }
}

public sealed class TelemetryTests(Collector collector) : IClassFixture<Collector>
{
    private const string Name = "Needle-Smith";

    // A process of its own: instruments of one name are one to the collector's reader, and another host of this process that stops ends them.
    [Fact]
    public async Task Traces_metrics_and_logs_reach_the_collector_and_hold_no_words()
    {
        await using var database = TestDatabase.Missing();
        using var service = await ServiceProcess.ServeAsync(
            Path.GetTempPath(), $"--Database:ConnectionString={database.Path}",
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "--OTEL_METRIC_EXPORT_INTERVAL=300");
        using var client = new HttpClient { BaseAddress = service.Address, DefaultRequestHeaders = { { "User-Agent", Name } } };

        using var filtered = await client.GetAsync($"/api/v1/claims?claimant={Name}");
        using var nowhere = await client.GetAsync($"/{Name}");
        using var read = await client.PostAsync("/api/v1/extractions", new StringContent($"{Name} said a soldier was killed."));

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.True(await collector.HearsAsync("traces", "ListClaims"));
        Assert.True(await collector.HearsAsync("logs", "answered"));
        foreach (var metric in new[] { "http.server.request.duration", "db.client.operation.duration", "casualty.reading.duration", "casualty.ledger.position", "casualty.operation" })
        {
            Assert.True(await collector.HearsAsync("metrics", metric), metric);
        }

        Assert.DoesNotContain(Name, collector.Everything, StringComparison.OrdinalIgnoreCase);
    }
}
