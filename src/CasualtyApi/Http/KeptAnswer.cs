using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace CasualtyApi.Http;

/// <summary>An answer as it was sent: coded, with its headers.</summary>
internal sealed class KeptAnswer(long position, Endpoint endpoint, KeyValuePair<string, StringValues>[] headers, string etag, byte[] body)
{
    private const int Overhead = 1_000;

    /// <summary>What belongs to the answer. What others say of the request, such as how many more it may make, is said anew.</summary>
    private static readonly FrozenSet<string> Own = new[]
    {
        "ETag", "Cache-Control", "Vary", "Link", "Content-Type", "Content-Encoding", "Content-Disposition", LedgerView.Header,
        "Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Repr-Digest",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public long Position => position;

    public long Size => Overhead + body.Length;

    /// <summary>Null for an answer that is none to keep: an error, an answer without a validator, or one of no moment of the ledger.</summary>
    public static KeptAnswer? Of(HttpContext context, byte[] body)
    {
        var (response, view) = (context.Response, context.RequestServices.GetRequiredService<LedgerView>());
        return response.StatusCode == StatusCodes.Status200OK && view.Newest > 0
            && response.Headers.CacheControl != CacheControl.Never && context.GetEndpoint() is { } endpoint && response.Headers.ETag is [{ } etag]
            ? new(view.Newest, endpoint, [.. response.Headers.Where(header => Own.Contains(header.Key))], etag, body)
            : null;
    }

    public Task SendAsync(HttpContext context)
    {
        // Who writes the log wants to know what was asked for.
        context.SetEndpoint(endpoint);
        var response = context.Response;
        var has = ETags.Matches(context.Request, etag);
        foreach (var (name, value) in headers)
        {
            if (!has || name is not ("Content-Type" or "Content-Encoding" or "Link")) response.Headers[name] = value;
        }

        if (has)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
