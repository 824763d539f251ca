using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>
/// A document's text, verbatim. It stands apart from the document so that lists of documents and corrections of their
/// metadata never carry it along.
/// </summary>
public sealed class DocumentText : ILedgered
{
    public long DocumentId { get; internal set; }

    public required string Text { get; init; }

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Document, DocumentId);
}

internal sealed class DocumentTextConfiguration : IEntityTypeConfiguration<DocumentText>
{
    public void Configure(EntityTypeBuilder<DocumentText> builder)
    {
        builder.ToTable("document_texts");
        builder.HasKey(text => text.DocumentId);
    }
}
