using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Merkle;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Ledger;

/// <summary>That an entry is among the first of the ledger.</summary>
/// <param name="Position">The entry's.</param>
/// <param name="Size">How many entries the tree has: the position of its last.</param>
/// <param name="LeafIndex">The entry's in the tree, from 0.</param>
/// <param name="LeafHash">The entry's leaf, in base64, as all hashes.</param>
/// <param name="RootHash">The tree's root, as the checkpoint of this size has it.</param>
/// <param name="Hashes">The audit path, from the leaf up.</param>
internal sealed record InclusionProofResponse(
    long Position, long Size, long LeafIndex, string LeafHash, string RootHash, IReadOnlyList<string> Hashes);

internal static class GetInclusionProof
{
    private static readonly QueryField<long?> Position = QueryFields.Number(
        "position", "The position of the entry.", 1, long.MaxValue, byDefault: 1, example: "17");

    private static readonly QueryField<long?> Size = QueryFields.Number(
        "size", "The number of entries of the tree, as a checkpoint names it. Absent, the tree that ends with the entry.", 1, long.MaxValue, example: "20");

    public static readonly QueryTable Query = new(Position, Size);

    public static async Task<Results<Ok<InclusionProofResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var position = query.Get(Position) ?? 1;
        var size = query.Get(Size) ?? position;
        if (Ahead.Of(ledger, query.Has(Size) ? Size : Position, size) is { } ahead) return ahead;
        if (position > size) return BadRequestProblem.BadValue(Position.Name, $"{position} lies ahead of a tree of {size} entries.");

        var tree = new LedgerTree(db);
        var leaf = await tree.HashesAsync(0, position - 1, 1, cancellationToken);
        var path = await tree.RootsAsync(MerkleProof.OfInclusion(position - 1, size), cancellationToken);
        var root = await tree.RootAsync(size, cancellationToken);
        return TypedResults.Ok(new InclusionProofResponse(
            position, size, position - 1, Convert.ToBase64String(leaf[0]), Convert.ToBase64String(root), path.ConvertAll(Convert.ToBase64String)));
    }
}
