using System.Text.Json;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Http.Writes;

/// <summary>The first answer once more: its status, its body, and the headers that say something about them.</summary>
internal sealed class KeptResponse(IdempotentAnswer kept) : IResult
{
    private const string ETag = "ETag";
    private static readonly string[] Telling = ["Content-Type", ETag, "Location", LedgerView.Header];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = kept.Status;
        response.Headers.CacheControl = CacheControl.Never;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Headers)!)
        {
            response.Headers[name] = name == ETag ? ETags.InCodingOf(httpContext, value) : value;
        }

        await response.Body.WriteAsync(kept.Body, httpContext.RequestAborted);
    }

    /// <summary>What an answer says, uncompressed.</summary>
    public static async Task<(int Status, string Headers, byte[] Body)> RenderAsync(IResult answer, HttpContext http)
    {
        using var body = new MemoryStream();
        var aside = new DefaultHttpContext { RequestServices = http.RequestServices };
        (aside.Request.Method, aside.Request.Path, aside.Response.Body) = (http.Request.Method, http.Request.Path, body);
        await answer.ExecuteAsync(aside);
        var headers = Telling.Where(aside.Response.Headers.ContainsKey)
            .ToDictionary(name => name, name => aside.Response.Headers[name].ToString(), StringComparer.Ordinal);
        return (aside.Response.StatusCode, JsonSerializer.Serialize(headers), body.ToArray());
    }
}
