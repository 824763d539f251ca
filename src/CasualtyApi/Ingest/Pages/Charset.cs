using System.Text;

namespace CasualtyApi.Ingest.Pages;

/// <summary>Turns bytes into text, by the charset they are in.</summary>
internal static class Charset
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a name; null where there is none. What calls itself ASCII or ISO 8859-1 is Windows-1252, as browsers take it.</summary>
    public static Encoding? Named(string name)
    {
        var label = name.Trim().Trim('"', '\'').ToLowerInvariant();
        if (label is "iso-8859-1" or "iso8859-1" or "latin1" or "us-ascii" or "ascii") label = "windows-1252";
        if (label is "utf-7" or "utf7") return null;
        try
        {
            return Encoding.GetEncoding(label is "utf8" ? "utf-8" : label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The text; null where the bytes are not of that encoding. A byte order mark goes before whatever was said.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var (marked, length) = Mark(bytes);
        try
        {
            return (marked ?? encoding).GetString(bytes[length..]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text of a page that says itself what it is in, or does not: then UTF-8, and where it is not that, Windows-1252.</summary>
    public static string? DecodePage(ReadOnlySpan<byte> bytes)
    {
        var said = MetaCharset.In(bytes) is { } name ? Named(name) : null;
        return (said is null ? null : Decode(bytes, said)) ?? Decode(bytes, Utf8) ?? Decode(bytes, Named("windows-1252")!);
    }

    private static (Encoding? Encoding, int Length) Mark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? (Utf8, 3)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (Named("utf-16"), 2)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Named("utf-16BE"), 2)
        : (null, 0);
}
