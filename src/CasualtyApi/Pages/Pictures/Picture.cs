using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;

namespace CasualtyApi.Pages.Pictures;

/// <summary>A picture alone, to be kept: SVG with its own style, and links that lead back from wherever it is opened.</summary>
internal sealed class Picture(string name, Drawing drawing, PictureSource source) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "image/svg+xml";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.svg\"";
        await response.WriteAsync(await Markup.OfAsync(Framing.Alone(drawing, source, Origin.Of(httpContext.Request)), httpContext), httpContext.RequestAborted);
    }
}
