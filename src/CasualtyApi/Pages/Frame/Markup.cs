using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CasualtyApi.Pages.Frame;

/// <summary>Writes fragments as text.</summary>
internal static partial class Markup
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
            return before + Spelled(root.ToHtmlString());
        });
    }

    /// <summary>
    /// Characters beyond ASCII stand for themselves. The renderer writes them as numbers, which takes three times the room, and which HTML
    /// reads as others from 128 to 159: words would not be shown verbatim. Nothing that HTML gives a meaning to lies there.
    /// </summary>
    private static string Spelled(string html) => Numbered().Replace(html, number =>
        int.Parse(number.ValueSpan[3..^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is >= 0x80 and var code ? char.ConvertFromUtf32(code) : number.Value);

    [GeneratedRegex("&#x[0-9A-F]{2,6};")]
    private static partial Regex Numbered();

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
