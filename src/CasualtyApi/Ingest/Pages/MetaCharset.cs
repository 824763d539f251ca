using System.Text;
using System.Text.RegularExpressions;

namespace CasualtyApi.Ingest.Pages;

/// <summary>What a page of HTML says of its own charset, in its first kilobyte.</summary>
internal static partial class MetaCharset
{
    private const int Searched = 1024;

    public static string? In(ReadOnlySpan<byte> bytes)
    {
        var match = Said().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Searched)]));
        if (!match.Success) return null;

        // Who can read this in one-byte letters, has not sent UTF-16.
        return match.Groups["name"].Value is var name && name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : name;
    }

    [GeneratedRegex("""<meta[^>]{0,200}charset\s*=\s*["']?(?<name>[A-Za-z0-9_:.-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Said();
}
