using System.Diagnostics;
using System.Diagnostics.Metrics;
using CasualtyApi.Http;
using CasualtyApi.Ingest;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CasualtyApi.Hosting;

/// <summary>
/// Traces, metrics and logs by OTLP, where a collector is named in OpenTelemetry's own variables; else nothing is measured for it. The
/// names stand in docs/operations.md.
/// </summary>
internal static class Telemetry
{
    /// <summary>The service's name at the collector, unless OTEL_SERVICE_NAME gives another.</summary>
    private const string Service = "casualty-api";

    private static readonly string[] Endpoints =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    /// <summary>What may hold words of a request: a name in a filter, a path nobody offers.</summary>
    private static readonly string[] Withheld = ["url.path", "url.query", "user_agent.original", "client.address"];

    /// <summary>Whether a collector is named.</summary>
    public static bool IsExported(IConfiguration configuration) => Endpoints.Any(name => !string.IsNullOrEmpty(configuration[name]));

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!IsExported(builder.Configuration)) return builder;
        builder.Services.AddSingleton<LedgerGauge>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? Service, serviceVersion: ServiceVersion.Value))
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation(options =>
                options.EnrichWithHttpResponse = (activity, response) => Describe(activity, response.HttpContext)))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
                .AddMeter(StoreMeter.Name).AddMeter(ReadingMeter.Name).AddMeter(LedgerGauge.Meter))
            .WithLogging(_ => { }, logging => logging.IncludeFormattedMessage = true)
            .UseOtlpExporter();
        return builder;
    }

    /// <summary>Names the operation on what is measured of its requests.</summary>
    public static WebApplication UseTelemetry(this WebApplication app)
    {
        if (!IsExported(app.Configuration)) return app;
        app.Services.GetRequiredService<LedgerGauge>();
        app.Use((context, next) =>
        {
            if (context.Features.Get<IHttpMetricsTagsFeature>() is { } tags && Operation(context) is { } operation)
            {
                tags.Tags.Add(new("casualty.operation", operation));
            }

            return next(context);
        });
        return app;
    }

    private static string? Operation(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    private static void Describe(Activity activity, HttpContext http)
    {
        foreach (var tag in Withheld) activity.SetTag(tag, null);
        activity.SetTag("casualty.operation", Operation(http));
    }

    /// <summary>How long the ledger is.</summary>
    private sealed class LedgerGauge : IDisposable
    {
        public const string Meter = "CasualtyApi.Ledger";

        private readonly Meter meter = new(Meter);

        public LedgerGauge(LedgerPosition ledger) => meter.CreateObservableGauge(
            "casualty.ledger.position", () => ledger.Latest is { } position ? [new Measurement<long>(position)] : Array.Empty<Measurement<long>>(),
            "{change}", "The position of the ledger's last change.");

        public void Dispose() => meter.Dispose();
    }
}
