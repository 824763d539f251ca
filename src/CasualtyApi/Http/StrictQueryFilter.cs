namespace CasualtyApi.Http;

/// <summary>Refuses a query with an unknown parameter or a bad value: a mistyped filter must never yield unfiltered figures.</summary>
internal sealed class StrictQueryFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        QueryValues.Of(context.HttpContext).Problem is { } problem ? problem : await next(context);
}
