using System.Text;
using CasualtyApi.Pages.Frame;

namespace CasualtyApi.Pages.Pictures;

/// <summary>The part of the style sheet that a picture takes along when it is downloaded.</summary>
internal static class PictureStyle
{
    private const string Begin = "/* Pictures */", End = "/* Foot */";

    public static string Text { get; } = Cut(Encoding.UTF8.GetString(Asset.Style.Bytes));

    private static string Cut(string style)
    {
        var colours = style[style.IndexOf(":root", StringComparison.Ordinal)..(style.IndexOf('}', StringComparison.Ordinal) + 1)];
        return colours + style[style.IndexOf(Begin, StringComparison.Ordinal)..style.IndexOf(End, StringComparison.Ordinal)];
    }
}
