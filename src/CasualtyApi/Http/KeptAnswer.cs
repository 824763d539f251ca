using Microsoft.Extensions.Primitives;

namespace CasualtyApi.Http;

/// <summary>An answer as it was sent: coded, with its headers.</summary>
internal sealed class KeptAnswer(long position, Endpoint endpoint, KeyValuePair<string, StringValues>[] headers, string etag, byte[] body)
{
    private const int Overhead = 1_000;

    public long Position => position;

    public long Size => Overhead + body.Length;

    /// <summary>Null for an answer that is none to keep: an error, an answer without a validator, or one of no moment of the ledger.</summary>
    public static KeptAnswer? Of(HttpContext context, byte[] body)
    {
        var (response, view) = (context.Response, context.RequestServices.GetRequiredService<LedgerView>());
        return response.StatusCode == StatusCodes.Status200OK && view.Position > 0
            && context.GetEndpoint() is { } endpoint && response.Headers.ETag is [{ } etag]
            ? new(view.Position, endpoint, [.. response.Headers.Where(header => header.Key is not ("Transfer-Encoding" or "Date" or "Content-Length"))], etag, body)
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
            if (!has || name is not ("Content-Type" or "Content-Encoding")) response.Headers[name] = value;
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
