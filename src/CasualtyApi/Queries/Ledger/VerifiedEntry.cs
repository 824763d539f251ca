using System.Text;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger.Merkle;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Ledger;

/// <summary>An entry of the ledger, computed from its bytes up to the root of the tree.</summary>
/// <param name="Payload">The entry's bytes, as UTF-8.</param>
/// <param name="Proof">As the API answers it.</param>
/// <param name="LeafHash">Computed here from the payload, in base64.</param>
/// <param name="IsIncluded">Whether leaf and path lead to the root.</param>
internal sealed record VerifiedEntry(string Payload, InclusionProofResponse Proof, string LeafHash, bool IsIncluded)
{
    /// <param name="position">The entry's, from 1 to <paramref name="size"/>.</param>
    /// <param name="size">At most the ledger's position.</param>
    public static async Task<VerifiedEntry> ReadAsync(long position, long size, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var payload = await db.Changes.AsNoTracking().Where(change => change.Position == position).Select(change => change.Payload).SingleAsync(cancellationToken);
        var proof = await InclusionProof.ReadAsync(position, size, db, cancellationToken);
        var leaf = MerkleHash.Leaf(payload);
        var isIncluded = MerkleVerification.IsIncluded(
            leaf, proof.LeafIndex, size, [.. proof.Hashes.Select(Convert.FromBase64String)], Convert.FromBase64String(proof.RootHash));
        return new(Encoding.UTF8.GetString(payload), proof, Convert.ToBase64String(leaf), isIncluded);
    }
}
