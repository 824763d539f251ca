using System.Globalization;
using CasualtyApi.Http;
using Microsoft.AspNetCore.Diagnostics;
using Serilog;
using Serilog.Events;

namespace CasualtyApi.Hosting;

/// <summary>
/// One structured line a request: method, route, the numeric ids in it, the names of its parameters, status and time. Never a
/// path, a value of a parameter or a text, for these can hold names.
/// </summary>
internal static class Logging
{
    private const string Line = "{Method} {Route} {Ids} {Parameters} answered {Status} in {Elapsed:0.0} ms, trace {Trace}";

    public static WebApplicationBuilder AddLogging(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(
            (services, logger) => logger
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)

                // It warns of counts without an order and of rows with two short lists; both are meant.
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Query", LogEventLevel.Error)

                // Keys of forms lie unsealed beside the database, as decision 0123 has it.
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
                .ReadFrom.Configuration(builder.Configuration)
                .ReadFrom.Services(services)
                .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture),
            preserveStaticLogger: true,
            writeToProviders: Telemetry.IsExported(builder.Configuration));
        return builder;
    }

    public static WebApplication UseRequestLog(this WebApplication app)
    {
        app.UseSerilogRequestLogging(options =>
        {
            // Unless it is named, the one static logger of the process is taken: of several services, the last one's.
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = Line;
            options.GetLevel = (_, _, failure) => failure is null ? LogEventLevel.Information : LogEventLevel.Error;
            options.GetMessageTemplateProperties = (http, _, elapsed, status) =>
            [
                new("Method", new ScalarValue(http.Request.Method)),
                new("Route", new ScalarValue(Route(http))),
                new("Ids", new SequenceValue(Ids(http))),
                new("Parameters", new SequenceValue(Parameters(http))),
                new("Status", new ScalarValue(status)),
                new("Elapsed", new ScalarValue(elapsed)),
                new("Trace", new ScalarValue(ProblemResult.TraceIdOf(http))),
            ];
        });
        return app;
    }

    /// <summary>The endpoint, also where it failed and was taken off the request.</summary>
    private static Endpoint? Operation(HttpContext http) => http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;

    private static string Route(HttpContext http) => (Operation(http) as RouteEndpoint)?.RoutePattern.RawText?.TrimEnd('/') ?? "(no route)";

    private static IEnumerable<LogEventPropertyValue> Ids(HttpContext http) => http.Request.RouteValues.Values
        .Where(value => long.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(value => new ScalarValue(value));

    private static IEnumerable<LogEventPropertyValue> Parameters(HttpContext http) =>
        Operation(http)?.Metadata.GetMetadata<QueryTable>() is { } table
            ? table.Fields.Where(field => http.Request.Query.ContainsKey(field.Name)).Select(field => new ScalarValue(field.Name))
            : [];
}
