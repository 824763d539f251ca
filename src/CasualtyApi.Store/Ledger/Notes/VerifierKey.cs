using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CasualtyApi.Store.Ledger.Notes;

/// <summary>
/// A public key and the name it signs under, as signed notes (C2SP signed-note) write them: <c>name+hash+key</c>.
/// </summary>
/// <param name="Name">Of the ledger: not empty, without spaces and "+".</param>
/// <param name="PublicKey">Of Ed25519, 32 bytes.</param>
public sealed record VerifierKey(string Name, byte[] PublicKey)
{
    internal const byte Ed25519Algorithm = 1;
    internal const int IdLength = 4;

    /// <summary>The first bytes of a hash of name and key: which key made a signature.</summary>
    public byte[] Id => SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', Ed25519Algorithm, .. PublicKey])[..IdLength];

    public override string ToString() =>
        $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Ed25519Algorithm, .. PublicKey])}";

    /// <summary>Reads what <see cref="ToString"/> writes; null where it is something else.</summary>
    public static VerifierKey? Parse(string text)
    {
        var parts = text.Trim().Split('+', 3);
        var bytes = new byte[1 + Ed25519.PublicKeySize];
        if (parts is not [{ Length: > 0 } name, var id, var key]
            || !Convert.TryFromBase64String(key, bytes, out var length) || length != bytes.Length || bytes[0] != Ed25519Algorithm)
        {
            return null;
        }

        var read = new VerifierKey(name, bytes[1..]);
        return Convert.ToHexStringLower(read.Id) == id ? read : null;
    }

    internal bool Verifies(byte[] text, byte[] signature) =>
        signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, 0, PublicKey, 0, text, 0, text.Length);
}
