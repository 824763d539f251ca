using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger.Merkle;

namespace CasualtyApi.Store.Ledger;

/// <summary>Writes the upper levels of the tree: for every 256 hashes of a level that are complete, their root on the level above.</summary>
internal static class TreeGrowth
{
    // How many roots are written at a time: each took 256 hashes to read.
    private const int AtOnce = 64;

    /// <summary>Adds the next nodes to the context, lowest level first.</summary>
    public static async Task AddNextAsync(CasualtyDbContext context, CancellationToken cancellationToken)
    {
        var tree = new LedgerTree(context);
        if (await DueAsync(tree, cancellationToken) is not { } due) return;
        for (var ordinal = due.Start; ordinal < Math.Min(due.End, due.Start + AtOnce); ordinal++)
        {
            var hashes = await tree.HashesAsync(due.Level - 1, ordinal * LedgerTree.TileWidth, LedgerTree.TileWidth, cancellationToken);
            context.Add(new LedgerNode { Level = due.Level, Ordinal = ordinal, Hash = MerkleHash.Complete(hashes) });
        }
    }

    /// <summary>The lowest level that lacks nodes, and which; null where none does.</summary>
    public static async Task<(int Level, long Start, long End)?> DueAsync(LedgerTree tree, CancellationToken cancellationToken)
    {
        for (var level = 1; ; level++)
        {
            var complete = await tree.CountAsync(level - 1, cancellationToken) / LedgerTree.TileWidth;
            if (complete == 0) return null;
            var kept = await tree.CountAsync(level, cancellationToken);
            if (kept < complete) return (level, kept, complete);
        }
    }
}
