namespace CasualtyApi.Http;

/// <summary>For answers that are only true now.</summary>
internal sealed class UncachedFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = CacheControl.Never;
        return next(context);
    }
}
