using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CasualtyApi.Http;

/// <summary>Percent-encoding as addresses have it (RFC 3986, section 2.1), of UTF-8 (RFC 3987).</summary>
internal static class PercentEncoding
{
    /// <summary>Whether a part of an address is well encoded: each '%' with two hexadecimal digits, and UTF-8 of it all. Others are read as they stand by some, and otherwise by others.</summary>
    public static bool IsUtf8(ReadOnlySpan<char> encoded)
    {
        if (!encoded.Contains('%')) return true;
        var bytes = new ArrayBufferWriter<byte>(encoded.Length);
        while (encoded.IndexOf('%') is >= 0 and var at)
        {
            Encoding.UTF8.GetBytes(encoded[..at], bytes);
            if (encoded.Length < at + 3 || Convert.FromHexString(encoded.Slice(at + 1, 2), bytes.GetSpan(1), out _, out _) != OperationStatus.Done) return false;
            bytes.Advance(1);
            encoded = encoded[(at + 3)..];
        }

        return Utf8.IsValid(bytes.WrittenSpan);
    }
}
