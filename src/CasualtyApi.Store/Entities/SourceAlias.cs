using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>Another name of a source. Part of its source.</summary>
public sealed class SourceAlias : ILedgered
{
    public long SourceId { get; internal set; }

    /// <summary>From 0, in the order they became known.</summary>
    public required int Ordinal { get; init; }

    public required string Alias
    {
        get;
        init
        {
            field = value;
            AliasFolded = Folding.Fold(value);
        }
    }

    /// <summary><see cref="Alias"/> without case and accents: what filters compare.</summary>
    public string AliasFolded { get; private set; } = "";

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Source, SourceId);
}

internal sealed class SourceAliasConfiguration : IEntityTypeConfiguration<SourceAlias>
{
    public void Configure(EntityTypeBuilder<SourceAlias> builder)
    {
        builder.ToTable("source_aliases");
        builder.HasKey(alias => new { alias.SourceId, alias.Ordinal });
        builder.HasIndex(alias => alias.AliasFolded);
        builder.HasOne<Source>().WithMany(source => source.Aliases).HasForeignKey(alias => alias.SourceId);
    }
}
