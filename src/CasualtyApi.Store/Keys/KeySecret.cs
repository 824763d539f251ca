using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CasualtyApi.Store.Keys;

/// <summary>The secret of a key. Whoever has it has the key, so it is shown once and kept nowhere.</summary>
public static class KeySecret
{
    /// <summary>How every secret made here begins, so that one that lies about is known for what it is.</summary>
    public const string Mark = "cas_";

    /// <summary>Of a secret made here: the mark, and 256 bits as base64url.</summary>
    public const int Length = 47;

    private const int Shortest = 32;
    private const int Longest = 200;
    private const int Bits = 256;

    public static string New() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bits / 8));

    /// <summary>Whether a text can be a secret: 32 to 200 printable ASCII characters, no space at either end.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length is >= Shortest and <= Longest && text[0] != ' ' && text[^1] != ' ' && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    /// <summary>Whether a text has the form of a secret made here.</summary>
    public static bool IsMade(ReadOnlySpan<char> text) =>
        text.Length == Length && text.StartsWith(Mark, StringComparison.Ordinal) && Base64Url.IsValid(text[Mark.Length..]);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>What may be shown of it.</summary>
    public static string Prefix(string secret) => secret[..(secret.StartsWith(Mark, StringComparison.Ordinal) ? Mark.Length + 6 : 4)];
}
