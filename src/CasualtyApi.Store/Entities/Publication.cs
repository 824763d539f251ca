using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>One place and time the same text was published at. Part of its document, and only ever added.</summary>
public sealed class Publication : ILedgered
{
    public long DocumentId { get; internal set; }

    /// <summary>From 0, in the order they became known.</summary>
    public required int Ordinal { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public long? PublisherId { get; init; }

    public Source? Publisher { get; init; }

    public DateOnly? PublishedAt { get; init; }

    /// <summary>The position of the change that added it.</summary>
    public long Since { get; internal set; }

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Document, DocumentId);
}

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publications");
        builder.HasKey(publication => new { publication.DocumentId, publication.Ordinal });
        builder.HasOne<Document>().WithMany(document => document.Publications).HasForeignKey(publication => publication.DocumentId);
        builder.HasOne(publication => publication.Publisher).WithMany().HasForeignKey(publication => publication.PublisherId);
    }
}
