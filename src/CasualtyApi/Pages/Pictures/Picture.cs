using CasualtyApi.Pages.Frame;
using Microsoft.AspNetCore.Components;

namespace CasualtyApi.Pages.Pictures;

/// <summary>A picture alone, to be kept: SVG with its own style.</summary>
internal sealed class Picture(string name, RenderFragment drawing) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "image/svg+xml";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.svg\"";
        await response.WriteAsync(await Markup.OfAsync(drawing, httpContext), httpContext.RequestAborted);
    }
}
