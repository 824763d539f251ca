using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace CasualtyApi.Http;

/// <summary>An answer as it was sent: coded, with its headers. Of one that was only sent to those who had it there is no body.</summary>
internal sealed class KeptAnswer(long position, Endpoint endpoint, KeyValuePair<string, StringValues>[] headers, string etag, byte[]? body)
{
    private const int Overhead = 1_000;

    /// <summary>What belongs to the answer. What others say of the request, such as how many more it may make, is said anew.</summary>
    private static readonly FrozenSet<string> Own = new[]
    {
        "ETag", "Cache-Control", "Vary", "Link", "Content-Type", "Content-Encoding", "Content-Disposition", LedgerView.Header,
        "Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Repr-Digest", PageFields.UndatedHeader,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public long Position => position;

    public long Size => Overhead + (body?.Length ?? 0);

    /// <summary>Null for an answer that is none to keep: an error, an answer without a validator, or one of no moment of the ledger.</summary>
    public static KeptAnswer? Of(HttpContext context, byte[] body)
    {
        var (response, view) = (context.Response, context.RequestServices.GetRequiredService<LedgerView>());
        return response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && view.Newest > 0
            && response.Headers.CacheControl != CacheControl.Never && context.GetEndpoint() is { } endpoint && response.Headers.ETag is [{ } etag]
            ? new(view.Newest, endpoint, [.. response.Headers.Where(header => Own.Contains(header.Key))], etag, response.StatusCode == StatusCodes.Status200OK ? body : null)
            : null;
    }

    /// <returns>False where the caller has nothing yet, and there is nothing to send.</returns>
    public async ValueTask<bool> TrySendAsync(HttpContext context)
    {
        var response = context.Response;
        var has = ETags.Matches(context.Request, etag);
        if (!has && body is null) return false;

        // Who writes the log wants to know what was asked for.
        context.SetEndpoint(endpoint);
        foreach (var (name, value) in headers)
        {
            if (!has || name is not ("Content-Type" or "Content-Encoding" or "Link")) response.Headers[name] = value;
        }

        if (has)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        response.ContentLength = body!.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
        return true;
    }
}
