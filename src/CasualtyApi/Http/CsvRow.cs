using System.Buffers;
using System.Globalization;
using System.Text;

namespace CasualtyApi.Http;

/// <summary>
/// Writes rows of RFC 4180, field by field, as UTF-8. Words that a spreadsheet would run as a formula begin with an apostrophe;
/// numbers stay numbers.
/// </summary>
internal sealed class CsvRow(IBufferWriter<byte> bytes)
{
    private const int LongestNumber = 32;

    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);
    private static readonly SearchValues<byte> Formula = SearchValues.Create("=+-@\t\r"u8);
    private bool _isFirst = true;

    /// <summary>A field of words, as a row holds it.</summary>
    public static byte[] Field(string words)
    {
        var written = new ArrayBufferWriter<byte>();
        new CsvRow(written).Words(Encoding.UTF8.GetBytes(words));
        return written.WrittenSpan.ToArray();
    }

    /// <summary>A field that is spelled already.</summary>
    public void Spelled(ReadOnlySpan<byte> field)
    {
        Begin();
        bytes.Write(field);
    }

    public void Empty() => Begin();

    public void Words(string? words) => Words(Encoding.UTF8.GetBytes(words ?? ""));

    public void Words(ReadOnlySpan<byte> words)
    {
        Begin();
        var isFormula = words.Length > 0 && Formula.Contains(words[0]);
        if (!IsQuoted(words))
        {
            if (isFormula) bytes.Write("'"u8);
            bytes.Write(words);
            return;
        }

        bytes.Write(isFormula ? "\"'"u8 : "\""u8);
        for (var quote = words.IndexOf((byte)'"'); quote >= 0; quote = words.IndexOf((byte)'"'))
        {
            bytes.Write(words[..(quote + 1)]);
            bytes.Write("\""u8);
            words = words[(quote + 1)..];
        }

        bytes.Write(words);
        bytes.Write("\""u8);
    }

    public void Number<TNumber>(TNumber? number) where TNumber : struct, IUtf8SpanFormattable
    {
        Begin();
        if (number is not { } known) return;
        known.TryFormat(bytes.GetSpan(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
        bytes.Advance(length);
    }

    public void Instant(DateTime instant)
    {
        Begin();
        Http.Instant.Write(instant, bytes.GetSpan(Http.Instant.Length));
        bytes.Advance(Http.Instant.Length);
    }

    public void End()
    {
        bytes.Write("\r\n"u8);
        _isFirst = true;
    }

    private void Begin()
    {
        if (!_isFirst) bytes.Write(","u8);
        _isFirst = false;
    }

    /// <summary>A space at an end would be lost on some readers.</summary>
    private static bool IsQuoted(ReadOnlySpan<byte> words) =>
        words.ContainsAny(Quoted) || (words.Length > 0 && (words[0] == ' ' || words[^1] == ' '));
}
