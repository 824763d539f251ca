using System.Text;
using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using CasualtyApi.Http.Limits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CasualtyApi.Hosting;

/// <summary>What every answer says to browsers, and what the server does not say about itself.</summary>
internal static class Security
{
    /// <summary>Data and pages of words need nothing from anywhere.</summary>
    private const string Strict = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Swagger UI runs its own embedded files, and talks to this service only.</summary>
    private const string SwaggerUi = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Pages run and are styled by the files of this service, and send their forms to it.</summary>
    private const string Pages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>What <c>UseAuthentication</c> leaves behind where it was called, and <see cref="WebApplication"/> looks for.</summary>
    private const string AuthenticationIsUsed = "__AuthenticationMiddlewareSet";

    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(Configure);
        builder.Services.AddScoped<KeyCheck>().AddAuthentication(KeyAuthentication.Bearer).AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Bearer, null);
        builder.Services.AddAuthorization(options => options.AddRoles());

        // The framework's own filter stands before everything and answers without these headers: HostGate does it instead.
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        return builder.AddLimits().AddProxies().AddOrigins();
    }

    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Response.OnStarting(static context => Harden((HttpContext)context), context);
            return next(context);
        });
        return app;
    }

    /// <summary>Finds out whose key a request came with. Most come with none, and go by; what a browser asks of its own never does.</summary>
    public static WebApplication UseKeys(this WebApplication app)
    {
        // Said here, or the framework puts its own before everything, where nobody answers for a database that is away.
        ((IApplicationBuilder)app).Properties[AuthenticationIsUsed] = true;
        app.UseWhen(context => context.Request.Headers.Authorization.Count > 0 && !Preflight.Is(context.Request), keyed => keyed.UseAuthentication());
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;

        // Every byte is a character, so that a header of other letters is refused by what reads it, with a problem.
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;

        // Further out than those of HeadGate, which says what is wrong.
        kestrel.Limits.MaxRequestLineSize = 8 * HeadGate.LongestTarget;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8 * HeadGate.LongestHeaders;
        kestrel.Limits.MaxRequestHeaderCount = 8 * HeadGate.MostHeaders;
    }

    private static Task Harden(HttpContext context)
    {
        var headers = context.Response.Headers;
        context.Features.Get<ClientLease>()?.Write(headers);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        // By the address, not by what is sent: a 304 sends nothing, and its headers take the place of those kept with the page.
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/swagger") ? SwaggerUi
            : Looking.IsForPrograms(context.Request.Path) ? Strict : Pages;
        return Task.CompletedTask;
    }
}
