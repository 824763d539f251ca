using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>An earlier state of a statement.</summary>
public sealed class StatementRevision : StatementState, IRevision
{
    [SetsRequiredMembers]
    internal StatementRevision() => Text = "";

    public List<long> SpeakerIds { get; internal set; } = [];

    public List<long> RelayIds { get; internal set; } = [];

    public long Until { get; internal set; }
}

internal sealed class StatementRevisionConfiguration : IEntityTypeConfiguration<StatementRevision>
{
    public void Configure(EntityTypeBuilder<StatementRevision> builder)
    {
        builder.ToTable("statement_revisions");
        builder.HasKey(revision => new { revision.Id, revision.Revision });
        builder.HasOne<Statement>().WithMany().HasForeignKey(revision => revision.Id);
    }
}
