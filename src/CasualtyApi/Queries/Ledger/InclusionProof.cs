using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Merkle;

namespace CasualtyApi.Queries.Ledger;

/// <summary>That an entry is among the first of the ledger.</summary>
/// <param name="Position">The entry's.</param>
/// <param name="Size">How many entries the tree has: the position of its last.</param>
/// <param name="LeafIndex">The entry's in the tree, from 0.</param>
/// <param name="LeafHash">The entry's leaf, in base64, as all hashes.</param>
/// <param name="RootHash">The tree's root, as the checkpoint of this size has it.</param>
/// <param name="Hashes">The audit path, from the leaf up.</param>
internal sealed record InclusionProofResponse(
    long Position, long Size, long LeafIndex, string LeafHash, string RootHash, IReadOnlyList<string> Hashes);

/// <summary>Reads the proof that one entry is in the tree of the first entries.</summary>
internal static class InclusionProof
{
    /// <param name="position">The entry's, at most <paramref name="size"/>.</param>
    /// <param name="size">At most the ledger's position.</param>
    public static async Task<InclusionProofResponse> ReadAsync(long position, long size, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var tree = new LedgerTree(db);
        var leaf = await tree.HashesAsync(0, position - 1, 1, cancellationToken);
        var path = await tree.RootsAsync(MerkleProof.OfInclusion(position - 1, size), cancellationToken);
        var root = await tree.RootAsync(size, cancellationToken);
        return new(
            position, size, position - 1, Convert.ToBase64String(leaf[0]), Convert.ToBase64String(root), path.ConvertAll(Convert.ToBase64String));
    }
}
