using System.Text;

namespace CasualtyApi.Store.Ledger.Notes;

/// <summary>A text and signatures over it (C2SP signed-note).</summary>
/// <param name="Text">What is signed: lines, each ended by a line feed.</param>
/// <param name="Signatures">The name each is made under, and its bytes: the key's id, then the signature itself.</param>
public sealed record SignedNote(string Text, IReadOnlyList<(string Name, byte[] Bytes)> Signatures)
{
    private const string Mark = "— ";
    private const string Break = "\n\n";

    public static SignedNote Sign(string text, string name, SigningKey key)
    {
        var signature = key.Sign(Encoding.UTF8.GetBytes(text));
        return new SignedNote(text, [(name, [.. key.VerifierOf(name).Id, .. signature])]);
    }

    /// <summary>Reads a note; null where it is none.</summary>
    public static SignedNote? Parse(string note)
    {
        var end = note.LastIndexOf(Break, StringComparison.Ordinal);
        if (end < 0 || !note.EndsWith('\n')) return null;
        var signatures = new List<(string, byte[])>();
        foreach (var line in note[(end + Break.Length)..^1].Split('\n'))
        {
            var words = line.StartsWith(Mark, StringComparison.Ordinal) ? line[Mark.Length..].Split(' ') : [];
            var bytes = new byte[note.Length];
            if (words is not [{ Length: > 0 } name, var base64] || !Convert.TryFromBase64String(base64, bytes, out var length) || length <= VerifierKey.IdLength)
            {
                return null;
            }

            signatures.Add((name, bytes[..length]));
        }

        return new SignedNote(note[..(end + 1)], signatures);
    }

    /// <summary>Whether one of the signatures is this key's. Those of others are left to those who know them.</summary>
    public bool IsSignedBy(VerifierKey key) => Signatures.Any(signature => signature.Name == key.Name
        && key.Id.AsSpan().SequenceEqual(signature.Bytes.AsSpan(0, VerifierKey.IdLength))
        && key.Verifies(Encoding.UTF8.GetBytes(Text), signature.Bytes[VerifierKey.IdLength..]));

    public override string ToString() =>
        $"{Text}\n{string.Concat(Signatures.Select(signature => $"{Mark}{signature.Name} {Convert.ToBase64String(signature.Bytes)}\n"))}";
}
