using System.Text;
using CasualtyApi.Pages.Frame;

namespace CasualtyApi.Pages.Pictures;

/// <summary>The parts of the style sheet that a picture takes along when it is downloaded: the colours, light and dark, and what is said of pictures.</summary>
internal static class PictureStyle
{
    public static string Text { get; } = Between(":root", "/* Ground */") + Between("/* Pictures */", "/* Foot */");

    private static string Between(string begin, string end)
    {
        var style = Encoding.UTF8.GetString(Asset.Style.Bytes);
        return style[style.IndexOf(begin, StringComparison.Ordinal)..style.IndexOf(end, StringComparison.Ordinal)];
    }
}
