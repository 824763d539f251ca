using CasualtyApi.Store.Ledger.Merkle;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// The Merkle tree over the payloads of all changes (RFC 6962), read from the nodes that are kept. What of the upper levels is
/// not written yet follows from the level below, so that an answer never waits for a writer.
/// </summary>
/// <remarks>Read within one <see cref="ReadTransaction"/>, or while nothing is restored over the database.</remarks>
public sealed class LedgerTree(CasualtyDbContext context)
{
    /// <summary>Every how many heights of the tree a level is kept: a tile of C2SP's tlog-tiles is 256 hashes of one.</summary>
    public const int LevelHeight = 8;

    /// <summary>How many hashes of a level one hash of the next stands for.</summary>
    public const int TileWidth = 1 << LevelHeight;

    /// <summary>The number of leaves, which is the position of the last change.</summary>
    public async Task<long> SizeAsync(CancellationToken cancellationToken) => await CountAsync(0, cancellationToken);

    /// <summary>How many hashes a level has.</summary>
    public async Task<long> CountAsync(int level, CancellationToken cancellationToken) =>
        (await context.LedgerNodes.Where(node => node.Level == level).MaxAsync(node => (long?)node.Ordinal, cancellationToken) ?? -1) + 1;

    /// <summary>How many hashes a level has in the tree of so many leaves, whether written yet or not.</summary>
    public static long CountAt(int level, long size) => level < sizeof(long) ? size >> (level * LevelHeight) : 0;

    /// <summary>Hashes of a level, written yet or not; all of them must be complete (<see cref="CountAt"/>).</summary>
    public async Task<List<byte[]>> TileAsync(int level, long start, int width, CancellationToken cancellationToken)
    {
        var hashes = await HashesAsync(level, start, width, cancellationToken);
        while (hashes.Count < width)
        {
            hashes.Add(await HashAsync(new Subtree(level * LevelHeight, start + hashes.Count), cancellationToken));
        }

        return hashes;
    }

    /// <summary>The root over the first leaves.</summary>
    /// <param name="size">How many; at most <see cref="SizeAsync"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public Task<byte[]> RootAsync(long size, CancellationToken cancellationToken) =>
        RootAsync(new Stretch(0, size), cancellationToken);

    /// <summary>The roots of the stretches, as a proof has them.</summary>
    public async Task<List<byte[]>> RootsAsync(IReadOnlyList<Stretch> proof, CancellationToken cancellationToken)
    {
        var roots = new List<byte[]>(proof.Count);
        foreach (var stretch in proof) roots.Add(await RootAsync(stretch, cancellationToken));
        return roots;
    }

    /// <summary>Hashes of a level, in their order; fewer where there are not as many.</summary>
    public Task<List<byte[]>> HashesAsync(int level, long start, long count, CancellationToken cancellationToken) =>
        context.LedgerNodes.AsNoTracking()
            .Where(node => node.Level == level && node.Ordinal >= start && node.Ordinal < start + count)
            .OrderBy(node => node.Ordinal).Select(node => node.Hash).ToListAsync(cancellationToken);

    private async Task<byte[]> RootAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var subtrees = new List<byte[]>();
        foreach (var subtree in stretch.Subtrees()) subtrees.Add(await HashAsync(subtree, cancellationToken));
        return MerkleHash.Join(subtrees);
    }

    private async Task<byte[]> HashAsync(Subtree subtree, CancellationToken cancellationToken)
    {
        var (level, above) = (subtree.Height / LevelHeight, subtree.Height % LevelHeight);
        var kept = await HashesAsync(level, subtree.Index << above, 1L << above, cancellationToken);
        if (kept.Count == 1 << above) return MerkleHash.Complete(kept);
        if (level == 0) throw new LedgerBrokenException((subtree.Index << above) + kept.Count + 1, "has no leaf in the tree");
        return MerkleHash.Join([await HashAsync(subtree.Left, cancellationToken), await HashAsync(subtree.Right, cancellationToken)]);
    }
}
