using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>One hop between a document and the speaker of a statement in it. Part of its statement.</summary>
public sealed class StatementRelay : ILedgered
{
    public long StatementId { get; internal set; }

    /// <summary>0 is the outermost.</summary>
    public required int Ordinal { get; init; }

    public required long SourceId { get; init; }

    public Source? Source { get; init; }

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Statement, StatementId);
}

internal sealed class StatementRelayConfiguration : IEntityTypeConfiguration<StatementRelay>
{
    public void Configure(EntityTypeBuilder<StatementRelay> builder)
    {
        builder.ToTable("statement_relays");
        builder.HasKey(hop => new { hop.StatementId, hop.Ordinal });
        builder.HasIndex(hop => new { hop.SourceId, hop.StatementId });
        builder.HasOne<Statement>().WithMany(statement => statement.Relay).HasForeignKey(hop => hop.StatementId);
        builder.HasOne(hop => hop.Source).WithMany().HasForeignKey(hop => hop.SourceId);
    }
}
