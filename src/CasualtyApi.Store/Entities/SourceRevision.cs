using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>An earlier state of a source.</summary>
public sealed class SourceRevision : SourceState, IRevision
{
    [SetsRequiredMembers]
    internal SourceRevision() => Name = "";

    public List<string> Aliases { get; internal set; } = [];

    public long Until { get; internal set; }
}

internal sealed class SourceRevisionConfiguration : IEntityTypeConfiguration<SourceRevision>
{
    public void Configure(EntityTypeBuilder<SourceRevision> builder)
    {
        builder.ToTable("source_revisions");
        builder.HasKey(revision => new { revision.Id, revision.Revision });
        builder.HasOne<Source>().WithMany().HasForeignKey(revision => revision.Id);
    }
}
