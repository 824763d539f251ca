using Microsoft.Net.Http.Headers;

namespace CasualtyApi.Http;

/// <summary>Writes a refusal as a page for people.</summary>
internal delegate Task ProblemPage(HttpContext context, ProblemResponse problem);

/// <summary>Somebody who looks at pages, and wants to be told on a page when one cannot be shown.</summary>
internal static class Looking
{
    private static readonly MediaTypeHeaderValue Html = new("text/html");

    /// <summary>What lies under these is for programs, whoever asks.</summary>
    private static readonly string[] ForPrograms = ["/api", "/openapi", "/health", "/status", "/.well-known"];

    public static bool IsForPrograms(PathString path) => ForPrograms.Any(root => path.StartsWithSegments(root));

    public static bool Is(HttpRequest request) =>
        !IsForPrograms(request.Path)
        && request.GetTypedHeaders().Accept.Any(type => type.Quality != 0 && type.MediaType == Html.MediaType);
}
