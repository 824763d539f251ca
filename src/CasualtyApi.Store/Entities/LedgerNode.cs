using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>
/// A hash of the ledger's Merkle tree. Level 0 holds the hash of each change's payload, written with the change; each level above
/// holds the root of every 256 hashes of the level below, once they are complete. Nothing alters a node.
/// </summary>
public sealed class LedgerNode
{
    public required int Level { get; init; }

    /// <summary>From 0, from the left. On level 0 it is the change's position less one.</summary>
    public required long Ordinal { get; init; }

    public required byte[] Hash { get; init; }
}

internal sealed class LedgerNodeConfiguration : IEntityTypeConfiguration<LedgerNode>
{
    public void Configure(EntityTypeBuilder<LedgerNode> builder)
    {
        builder.ToTable("ledger_nodes");
        builder.HasKey(node => new { node.Level, node.Ordinal });
    }
}
