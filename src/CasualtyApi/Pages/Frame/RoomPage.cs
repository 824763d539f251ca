using CasualtyApi.Http;
using Microsoft.AspNetCore.Components;

namespace CasualtyApi.Pages.Frame;

/// <summary>A page of the reading room: a function of what was read, written as HTML on the server.</summary>
internal sealed class RoomPage(PageHead head, RenderFragment content, int status = StatusCodes.Status200OK) : IResult, IStatusCodeHttpResult
{
    /// <summary>Where in the content <see cref="Later"/> stands. No words of an article can be this: their brackets are written as entities.</summary>
    public const string Here = "<!--later-->";

    public int? StatusCode => status;

    /// <summary>Long parts that one does not look at first, one for each <see cref="Here"/>: what stands before it is sent already while it is written.</summary>
    public IReadOnlyList<RenderFragment> Later { get; init; } = [];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var page = RoomFrame.Of(head, Origin.Of(request), content);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        var parts = (await Markup.OfAsync(page, httpContext, "<!doctype html>\n")).Split(Here);
        await response.WriteAsync(parts[0], httpContext.RequestAborted);
        foreach (var (later, after) in Later.Zip(parts.Skip(1)))
        {
            await response.Body.FlushAsync(httpContext.RequestAborted);
            await response.WriteAsync(await Markup.OfAsync(later, httpContext), httpContext.RequestAborted);
            await response.WriteAsync(after, httpContext.RequestAborted);
        }
    }
}
