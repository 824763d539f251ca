using CasualtyApi.Http;

namespace CasualtyApi.Pages.Frame;

/// <summary>Refusals as pages, for those who look.</summary>
internal static class RefusedPages
{
    public static Task WriteAsync(HttpContext context, ProblemResponse problem)
    {
        var head = new PageHead(problem.Title, problem.Detail, context.Request.Path.Value ?? "/", []);
        return new RoomPage(head, Refusal.Of(problem), problem.Status).ExecuteAsync(context);
    }
}
