namespace CasualtyApi.Http;

/// <summary>Answers HEAD as GET without the body, for every route at once (mapping it would double each operation id).</summary>
internal static class HeadAsGet
{
    private static readonly object WasHead = new();

    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(WasHead);

    /// <summary>The method as it was sent.</summary>
    public static string Asked(HttpContext context) => IsHead(context) ? HttpMethods.Head : context.Request.Method;

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Items[WasHead] = true;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        await next(context);
    }
}
