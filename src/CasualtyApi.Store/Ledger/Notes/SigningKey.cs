using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.EdEC;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;
using Org.BouncyCastle.Security;

namespace CasualtyApi.Store.Ledger.Notes;

/// <summary>
/// The Ed25519 key the ledger's checkpoints are signed with. It stands in a file of its own (PKCS #8 in PEM, as openssl writes it), which
/// only its owner may read: never in the database, an export or a backup.
/// </summary>
public sealed class SigningKey
{
    private const string Label = "PRIVATE KEY";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Ed25519PrivateKeyParameters key;

    private SigningKey(Ed25519PrivateKeyParameters key) => this.key = key;

    public VerifierKey VerifierOf(string name) => new(name, key.GeneratePublicKey().GetEncoded());

    /// <summary>Reads the key, or makes it where there is no such file.</summary>
    /// <exception cref="StoreRefusedException">The file cannot be read or made, or holds something else.</exception>
    public static SigningKey LoadOrMake(string file)
    {
        try
        {
            if (!File.Exists(file)) Make(file);
            return Read(File.ReadAllText(file)) ?? throw new StoreRefusedException($"The signing key {file} is no Ed25519 key in PEM (PKCS #8).");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException($"The signing key {file} can be neither read nor made.", fault);
        }
    }

    internal byte[] Sign(byte[] text)
    {
        var signature = new byte[Ed25519.SignatureSize];
        key.Sign(Ed25519.Algorithm.Ed25519, null, text, 0, text.Length, signature, 0);
        return signature;
    }

    // Of several that start at once, one makes the file; nobody sees half of it.
    private static void Make(string file)
    {
        var seed = new Ed25519PrivateKeyParameters(new SecureRandom()).GetEncoded();
        var info = new PrivateKeyInfo(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), new DerOctetString(seed));
        var draft = $"{file}.{Environment.ProcessId}.new";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(draft, options))
        {
            writer.WriteLine(PemEncoding.WriteString(Label, info.GetEncoded()));
            writer.Flush();
            ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }

    private static SigningKey? Read(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] != Label) return null;
        try
        {
            var info = PrivateKeyFactory.CreateKey(Convert.FromBase64String(pem[fields.Base64Data]));
            return info is Ed25519PrivateKeyParameters key ? new SigningKey(key) : null;
        }
        catch (Exception garbled) when (garbled is FormatException or ArgumentException or IOException or InvalidCastException or SecurityUtilityException)
        {
            return null;
        }
    }
}
