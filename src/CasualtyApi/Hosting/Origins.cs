using CasualtyApi.Http;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Hosting;

/// <summary>CORS: pages of any origin may read, with a key or without; those of configured origins may write.</summary>
internal static class Origins
{
    private const string Reading = "reading";
    private const string Writing = "writing";

    private static readonly string[] Exposed =
        ["ETag", "Link", "Location", LedgerView.Header, PageFields.UndatedHeader, "RateLimit", "RateLimit-Policy", "Retry-After", "WWW-Authenticate"];

    public static WebApplicationBuilder AddOrigins(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<OriginsOptions>().BindConfiguration(OriginsOptions.Section);
        builder.Services.AddCors();
        builder.Services.AddOptions<CorsOptions>().Configure<IOptions<OriginsOptions>>((cors, origins) =>
        {
            cors.AddPolicy(Reading, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head)
                .WithHeaders("Accept", "If-None-Match", "Authorization").WithExposedHeaders(Exposed));
            cors.AddPolicy(Writing, policy => policy
                .WithOrigins(origins.Value.WritingOrigins.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .WithMethods(HttpMethods.Post, HttpMethods.Patch, HttpMethods.Delete)
                .WithHeaders("Accept", "Authorization", "Content-Type", "Idempotency-Key", "If-Match").WithExposedHeaders(Exposed));
        });
        return builder;
    }

    /// <summary>Answers carry it that come from further in, refusals too: a page is to learn what it did wrong.</summary>
    public static WebApplication UseOrigins(this WebApplication app) => app.UseCrossing(request => !Preflight.Is(request));

    /// <summary>Browsers are told here whether a page may ask; no operation is.</summary>
    public static WebApplication UsePreflights(this WebApplication app) => app.UseCrossing(Preflight.Is);

    // Only pages of another origin name theirs.
    private static WebApplication UseCrossing(this WebApplication app, Predicate<HttpRequest> isMeant)
    {
        app.UseWhen(context => context.Request.Headers.Origin.Count > 0 && isMeant(context.Request), crossing =>
        {
            crossing.UseWhen(context => !Writes(context.Request), reads => reads.UseCors(Reading));
            crossing.UseWhen(context => Writes(context.Request), writes => writes.UseCors(Writing));
        });
        return app;
    }

    private static bool Writes(HttpRequest request)
    {
        var method = Preflight.Is(request) ? request.Headers.AccessControlRequestMethod.ToString() : request.Method;
        return HttpMethods.IsPost(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method) || HttpMethods.IsPut(method);
    }
}
