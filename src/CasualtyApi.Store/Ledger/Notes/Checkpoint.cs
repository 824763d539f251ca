using System.Globalization;
using CasualtyApi.Store.Ledger.Merkle;

namespace CasualtyApi.Store.Ledger.Notes;

/// <summary>How many entries the ledger has and what root they make (C2SP tlog-checkpoint): the text of a signed note.</summary>
/// <param name="Origin">The ledger's name.</param>
/// <param name="Size">The number of entries, which is the position of the last.</param>
/// <param name="Root">Of the Merkle tree over them.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Reads the text; null where it is no checkpoint. Lines that follow the root belong to extensions.</summary>
    public static Checkpoint? Parse(string text)
    {
        var root = new byte[MerkleHash.Length];
        return text.Split('\n') is [{ Length: > 0 } origin, var size, var base64, ..]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == size
            && base64.Length == 44 && Convert.TryFromBase64String(base64, root, out var length) && length == root.Length
                ? new Checkpoint(origin, number, root)
                : null;
    }
}
