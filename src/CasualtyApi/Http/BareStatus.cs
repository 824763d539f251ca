using Microsoft.AspNetCore.Diagnostics;

namespace CasualtyApi.Http;

/// <summary>
/// Gives every error the framework leaves without a body (routing's 404, 405, 415 …) a problem document. What it calls a
/// method not allowed may be a mere question, OPTIONS, which is answered.
/// </summary>
internal static class BareStatus
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = Allowed($"{http.Response.Headers.Allow}");
            if (HttpMethods.IsOptions(http.Request.Method))
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            }
        }

        return new OtherProblem(ProblemType.For(http.Response.StatusCode), Detail(http)).ExecuteAsync(http);
    }

    private static string? Detail(HttpContext http) => http.Response.StatusCode switch
    {
        404 => $"There is nothing at {http.Request.Path}.{Nearest.Question(http.Request.Path, Addresses(http))}",
        405 => $"{HeadAsGet.Asked(http)} is not offered at {http.Request.Path}; {http.Response.Headers.Allow} are.",
        _ => null,
    };

    /// <summary>Wherever GET is, HEAD is; OPTIONS is everywhere.</summary>
    private static string Allowed(string byRouting) =>
        byRouting.Replace(HttpMethods.Get, "GET, HEAD", StringComparison.Ordinal) + ", OPTIONS";

    private static IEnumerable<string> Addresses(HttpContext http) =>
        http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))
            .Distinct(StringComparer.Ordinal);
}
