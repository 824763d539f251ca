namespace CasualtyApi.Http;

/// <summary>Answers HEAD as GET without the body, for every route at once (mapping it would double each operation id).</summary>
internal static class HeadAsGet
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        await next(context);
    }
}
