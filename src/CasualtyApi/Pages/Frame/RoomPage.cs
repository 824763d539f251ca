using Microsoft.AspNetCore.Components;

namespace CasualtyApi.Pages.Frame;

/// <summary>A page of the reading room: a function of what was read, written as HTML on the server.</summary>
internal sealed class RoomPage(PageHead head, RenderFragment content, int status = StatusCodes.Status200OK) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var page = RoomFrame.Of(head, $"{request.Scheme}://{request.Host}", content);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(await Markup.OfAsync(page, httpContext, "<!doctype html>\n"), httpContext.RequestAborted);
    }
}
