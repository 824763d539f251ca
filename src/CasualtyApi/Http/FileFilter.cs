using System.Globalization;

namespace CasualtyApi.Http;

/// <summary>What a file made of the whole ledger has in common with a list: its validator and its position. It has no pages.</summary>
internal sealed class FileFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var position = http.RequestServices.GetRequiredService<LedgerView>().Position;
        http.Request.Headers.AcceptEncoding = default;
        http.Response.Headers[LedgerView.Header] = position.ToString(CultureInfo.InvariantCulture);
        return ETags.Holds(http, ETags.OfList(http, position, QueryValues.Of(http).Canonical), CacheControl.Live)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : await next(context);
    }
}

/// <summary>Marks an operation whose answer carries its <c>Repr-Digest</c>, for its documentation.</summary>
internal sealed record Digested;
