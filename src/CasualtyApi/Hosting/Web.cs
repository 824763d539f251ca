using System.IO.Compression;
using CasualtyApi.Features.Changes;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Keys;
using CasualtyApi.Http.Limits;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Hosting;

/// <summary>What happens to every request before and after its operation.</summary>
internal static class Web
{
    private const string DefaultUrl = "http://localhost:5080";

    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]) && !ListensAlready(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Services.AddExceptionHandler<Failures>();
        builder.Services.AddOptions<AnswerOptions>().BindConfiguration(AnswerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddOptions<DrainOptions>().BindConfiguration(DrainOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Drain>().AddHostedService(services => services.GetRequiredService<Drain>());
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>>((host, drain) =>
        {
            host.ShutdownTimeout = drain.Value.ShutdownTimeout;

            // What is done beside requests only makes them faster: where it fails, that is logged, and requests are answered all the same.
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        builder.Services.AddRequestDecompression(UnpackedBody.ReadAll);
        builder.Services.AddResponseCompression(options =>
        {
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, ProblemResponse.MediaType, "image/svg+xml", VerbatimBytes.MediaType, GetChangeFeed.MediaType, .. AnswerFormat.All.Select(format => format.MediaType).Except(ResponseCompressionDefaults.MimeTypes),
            ];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return builder;
    }

    public static WebApplication UseWeb(this WebApplication app)
    {
        OwnCalls.Hold(app);
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.Use(HeadAsGet.InvokeAsync);
        app.UseExceptionHandler(_ => { });
        app.UseProxies();
        app.UseOrigins();

        app.UseKeys();
        app.UseRateLimiter();
        app.UsePreflights();
        app.Use(HeadGate.InvokeAsync);
        app.UseMiddleware<HostGate>();
        app.Use(KeyGate.RefuseAsync);
        app.UseMiddleware<AnswerKeeping>();
        app.UseResponseCompression();
        app.UseStatusCodePages(BareStatus.WriteAsync);
        app.UseRequestDecompression();
        app.UseRouting();
        app.UseTelemetry();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Ports and Kestrel's own endpoints are addresses too.</summary>
    private static bool ListensAlready(ConfigurationManager configuration) =>
        !string.IsNullOrEmpty(configuration[WebHostDefaults.HttpPortsKey])
        || !string.IsNullOrEmpty(configuration[WebHostDefaults.HttpsPortsKey])
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
