using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>One of a statement's speakers. Part of its statement.</summary>
public sealed class StatementSpeaker : ILedgered
{
    public long StatementId { get; internal set; }

    /// <summary>0 is the speaker; the others speak jointly, in the order named.</summary>
    public required int Ordinal { get; init; }

    public required long SourceId { get; init; }

    public Source? Source { get; init; }

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Statement, StatementId);
}

internal sealed class StatementSpeakerConfiguration : IEntityTypeConfiguration<StatementSpeaker>
{
    public void Configure(EntityTypeBuilder<StatementSpeaker> builder)
    {
        builder.ToTable("statement_speakers");
        builder.HasKey(speaker => new { speaker.StatementId, speaker.Ordinal });
        builder.HasIndex(speaker => new { speaker.SourceId, speaker.StatementId });
        builder.HasOne<Statement>().WithMany(statement => statement.Speakers).HasForeignKey(speaker => speaker.StatementId);
        builder.HasOne(speaker => speaker.Source).WithMany().HasForeignKey(speaker => speaker.SourceId);
    }
}
