namespace CasualtyApi.Http.Limits;

/// <summary>
/// Refuses a request whose address or headers are longer than any that is meant here, with a problem. The server's own bounds lie further out and are
/// answered with a bare status: past them it does not read on.
/// </summary>
internal static class HeadGate
{
    /// <summary>Of path and query, as they were sent, in characters.</summary>
    public const int LongestTarget = 8 * 1024;

    /// <summary>Of the names and values of all headers, in characters.</summary>
    public const int LongestHeaders = 32 * 1024;

    /// <summary>How many headers a request may have.</summary>
    public const int MostHeaders = 100;

    public static Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Path.Value!.Length + context.Request.QueryString.Value!.Length > LongestTarget
            ? new OtherProblem(ProblemType.TargetTooLong, $"The address is longer than {LongestTarget:N0} characters.").ExecuteAsync(context)
            : IsTooLarge(context.Request.Headers)
                ? new OtherProblem(ProblemType.HeadersTooLarge, $"There may be {MostHeaders} headers, of {LongestHeaders:N0} characters in all.").ExecuteAsync(context)
                : next(context);

    private static bool IsTooLarge(IHeaderDictionary headers)
    {
        if (headers.Count > MostHeaders) return true;
        var length = 0;
        foreach (var (name, values) in headers)
        {
            foreach (var value in values) length += name.Length + (value?.Length ?? 0);
        }

        return length > LongestHeaders;
    }
}
