using System.Globalization;
using System.Text.Json;

namespace CasualtyApi.Http;

/// <summary>For answers that are the same for ever at their address: kept without being asked about.</summary>
internal sealed class UnchangingFilter : IEndpointFilter
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
        var position = http.RequestServices.GetRequiredService<LedgerView>().Position;
        http.Response.Headers[LedgerView.Header] = position.ToString(CultureInfo.InvariantCulture);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(record, record.GetType(), ApiJson.Options);
        return ETags.Holds(http, ETags.OfRecord(http, bytes), CacheControl.Immutable)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(bytes, "application/json; charset=utf-8");
    }
}
