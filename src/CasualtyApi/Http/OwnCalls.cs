using Microsoft.AspNetCore.Http.Features;

namespace CasualtyApi.Http;

/// <summary>A call of an operation, as a program would make it.</summary>
/// <param name="Address">Path and query.</param>
/// <param name="Type">The media type of what is sent; null where nothing is.</param>
internal sealed record OwnCall(string Method, string Address, string? Type = null, byte[]? Body = null)
{
    public Dictionary<string, string> Headers { get; } = [];
}

/// <summary>What the operation answered.</summary>
internal sealed record OwnAnswer(int Status, IHeaderDictionary Headers, byte[] Body);

/// <summary>
/// Calls operations of this service from within, through every check that a call from outside goes through: who may, how often, strict
/// bodies, preconditions, one change and one position. A page that writes does so by the same operation as a program.
/// </summary>
internal sealed class OwnCalls
{
    private RequestDelegate? _pipeline;

    /// <summary>Takes hold of what every request goes through.</summary>
    public static void Hold(IApplicationBuilder app) => app.Use(next =>
    {
        app.ApplicationServices.GetRequiredService<OwnCalls>()._pipeline = next;
        return next;
    });

    /// <param name="outer">The request on whose behalf it is made: its host, scheme and connection are the caller's.</param>
    /// <param name="call">What is called.</param>
    public async Task<OwnAnswer> SendAsync(HttpContext outer, OwnCall call)
    {
        using var answer = new MemoryStream();
        await using var scope = outer.RequestServices.CreateAsyncScope();
        var inner = Context(outer, scope.ServiceProvider, answer);
        var asked = call.Address.Split('?', 2);
        (inner.Request.Method, inner.Request.Scheme, inner.Request.Host) = (call.Method, outer.Request.Scheme, outer.Request.Host);
        (inner.Request.Path, inner.Request.QueryString) = (asked[0], new(asked.Length > 1 ? "?" + asked[1] : ""));
        foreach (var (name, value) in call.Headers) inner.Request.Headers[name] = value;
        if (call.Body is { } body)
        {
            (inner.Request.Body, inner.Request.ContentLength, inner.Request.ContentType) = (new MemoryStream(body), body.Length, call.Type);
        }

        await (_pipeline ?? throw new InvalidOperationException("The service has not started."))(inner);
        await inner.Response.CompleteAsync();
        return new(inner.Response.StatusCode, inner.Response.Headers, answer.ToArray());
    }

    private static DefaultHttpContext Context(HttpContext outer, IServiceProvider services, Stream answer)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature());
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        features.Set(outer.Features.Get<IHttpConnectionFeature>());
        return new(features) { RequestServices = services, RequestAborted = outer.RequestAborted };
    }
}
