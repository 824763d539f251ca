using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>
/// A document's text, verbatim. It stands apart from the document so that lists of documents and corrections of their
/// metadata never carry it along.
/// </summary>
public sealed class DocumentText
{
    public long DocumentId { get; internal set; }

    public required string Text { get; init; }
}

internal sealed class DocumentTextConfiguration : IEntityTypeConfiguration<DocumentText>
{
    public void Configure(EntityTypeBuilder<DocumentText> builder)
    {
        builder.ToTable("document_texts");
        builder.HasKey(text => text.DocumentId);
    }
}
