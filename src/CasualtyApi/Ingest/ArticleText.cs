using System.Text;

namespace CasualtyApi.Ingest;

/// <summary>Why a text is not read.</summary>
internal enum TextFault
{
    /// <summary>Its bytes are no UTF-8, or its characters no well-formed Unicode.</summary>
    NotUnicode,

    /// <summary>It holds U+0000, which not every database keeps.</summary>
    HasNul,

    /// <summary>It is empty, or only white space.</summary>
    Blank,

    TooLong,
}

/// <summary>The one check every text passes before it is read, whichever way it came.</summary>
internal static class ArticleText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The longest JSON that can hold a text: every byte of it as a \u escape, and the other members.</summary>
    public static int JsonLength(int longestText) => checked((longestText * 6) + (64 * 1024));

    /// <summary>Decodes a text; a byte order mark is no part of it.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="maximumLength">In bytes.</param>
    /// <param name="text">The text, when there is no fault.</param>
    public static TextFault? Decode(ReadOnlySpan<byte> bytes, int maximumLength, out string text)
    {
        text = "";
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes["\uFEFF"u8.Length..];
        if (bytes.Length > maximumLength) return TextFault.TooLong;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return TextFault.NotUnicode;
        }

        return FaultIn(text);
    }

    /// <summary>Checks a text that came as a string, as from JSON.</summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="maximumLength">In UTF-8 bytes.</param>
    public static TextFault? FaultIn(string text, int maximumLength)
    {
        if (text.Length > maximumLength || Encoding.UTF8.GetByteCount(text) > maximumLength) return TextFault.TooLong;
        return FaultIn(text);
    }

    private static TextFault? FaultIn(string text) =>
        text.Contains('\0', StringComparison.Ordinal) ? TextFault.HasNul
        : string.IsNullOrWhiteSpace(text) ? TextFault.Blank
        : IsWellFormed(text) ? null : TextFault.NotUnicode;

    private static bool IsWellFormed(string text)
    {
        for (var unit = 0; unit < text.Length; unit++)
        {
            if (!char.IsSurrogate(text[unit])) continue;
            if (unit + 1 == text.Length || !char.IsSurrogatePair(text[unit], text[unit + 1])) return false;
            unit++;
        }

        return true;
    }
}
