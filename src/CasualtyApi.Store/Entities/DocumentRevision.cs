using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>An earlier state of a document's metadata. Its publications of that time are those with an earlier <c>Since</c>.</summary>
public sealed class DocumentRevision : DocumentState, IRevision
{
    [SetsRequiredMembers]
    internal DocumentRevision() => (Language, Sha256, Opening, Origin) = ("", "", "", "");

    public long Until { get; internal set; }
}

internal sealed class DocumentRevisionConfiguration : IEntityTypeConfiguration<DocumentRevision>
{
    public void Configure(EntityTypeBuilder<DocumentRevision> builder)
    {
        builder.ToTable("document_revisions");
        builder.HasKey(revision => new { revision.Id, revision.Revision });
        builder.HasOne<Document>().WithMany().HasForeignKey(revision => revision.Id);
    }
}
