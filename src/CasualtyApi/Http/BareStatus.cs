using Microsoft.AspNetCore.Diagnostics;

namespace CasualtyApi.Http;

/// <summary>Gives every error the framework leaves without a body (routing's 404, 405, 415 …) a problem document.</summary>
internal static class BareStatus
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return new OtherProblem(ProblemType.For(http.Response.StatusCode), Detail(http)).ExecuteAsync(http);
    }

    private static string? Detail(HttpContext http) => http.Response.StatusCode switch
    {
        404 => $"There is nothing at {http.Request.Path}.{Nearest.Question(http.Request.Path, Addresses(http))}",
        405 => $"{http.Request.Method} is not offered at {http.Request.Path}; {http.Response.Headers.Allow} is.",
        _ => null,
    };

    private static IEnumerable<string> Addresses(HttpContext http) =>
        http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))
            .Distinct(StringComparer.Ordinal);
}
