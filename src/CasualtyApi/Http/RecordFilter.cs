using System.Globalization;
using System.Text.Json;

namespace CasualtyApi.Http;

/// <summary>Of an operation whose answers are the same for ever at their address: kept without being asked about.</summary>
internal sealed class Unchanging;

/// <summary>Gives a single record its validator: a hash of its bytes, so that it changes exactly when the record does.</summary>
internal sealed class RecordFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var answer = result is INestedHttpResult nested ? nested.Result : result;
        if (answer is not IValueHttpResult { Value: { } record } || answer is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK })
        {
            return answer;
        }

        var http = context.HttpContext;
        var ledger = http.RequestServices.GetRequiredService<LedgerView>();
        var metadata = http.GetEndpoint()?.Metadata;
        if (record is IPositioned || metadata?.GetMetadata<QueryTable>() is not null)
        {
            http.Response.Headers[LedgerView.Header] = (record as IPositioned)?.Position.ToString(CultureInfo.InvariantCulture)
                ?? ledger.Position.ToString(CultureInfo.InvariantCulture);
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(record, record.GetType(), ApiJson.Options);
        var caching = metadata?.GetMetadata<Unchanging>() is null ? ledger.Caching : CacheControl.Immutable;
        return ETags.Holds(http, ETags.OfRecord(http, bytes), caching)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(bytes, "application/json; charset=utf-8");
    }
}
