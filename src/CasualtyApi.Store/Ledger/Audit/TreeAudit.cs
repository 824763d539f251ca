using CasualtyApi.Store.Ledger.Merkle;

namespace CasualtyApi.Store.Ledger.Audit;

/// <summary>Compares each node of the upper levels with the 256 below it.</summary>
internal sealed class TreeAudit(CasualtyDbContext context)
{
    public async Task<List<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var tree = new LedgerTree(context);
        for (var level = 1; await tree.CountAsync(level, cancellationToken) is > 0 and var count; level++)
        {
            for (var ordinal = 0L; ordinal < count; ordinal++)
            {
                var below = await tree.HashesAsync(level - 1, ordinal * LedgerTree.TileWidth, LedgerTree.TileWidth, cancellationToken);
                var kept = await tree.HashesAsync(level, ordinal, 1, cancellationToken);
                var isRight = below.Count == LedgerTree.TileWidth && kept is [var hash] && hash.AsSpan().SequenceEqual(MerkleHash.Complete(below));
                if (!isRight) findings.Add(new Finding(null, $"ledger_nodes: node {ordinal} of level {level} is not the root of the {LedgerTree.TileWidth} below it"));
            }
        }

        return findings;
    }
}
