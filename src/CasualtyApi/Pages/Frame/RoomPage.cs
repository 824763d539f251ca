using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

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

/// <summary>Writes fragments as text.</summary>
internal static class Markup
{
    /// <param name="fragment">What is written.</param>
    /// <param name="context">The request it is written for.</param>
    /// <param name="before">What stands before it.</param>
    public static async Task<string> OfAsync(RenderFragment fragment, HttpContext context, string before = "")
    {
        var services = context.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Fragment.Content)] = fragment });
            var root = await renderer.RenderComponentAsync<Fragment>(parameters);
            await using var writer = new StringWriter();
            await writer.WriteAsync(before);
            root.WriteHtmlTo(writer);
            return writer.ToString();
        });
    }

    /// <summary>The one component: it shows the fragment it is given.</summary>
    private sealed class Fragment : IComponent
    {
        private RenderHandle _handle;

        [Parameter]
        public RenderFragment Content { get; set; } = _ => { };

        public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

        public Task SetParametersAsync(ParameterView parameters)
        {
            parameters.SetParameterProperties(this);
            _handle.Render(Content);
            return Task.CompletedTask;
        }
    }
}
