using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>
/// What a document's text was taken from, byte for byte, where that was not the text itself: a page of HTML, or a text in another
/// charset. Its hash and media type stand in the document and its entry. No answer and no export holds the bytes.
/// </summary>
public sealed class ReceivedBytes : ILedgered
{
    public long DocumentId { get; internal set; }

    public required byte[] Bytes { get; init; }

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Document, DocumentId);
}

internal sealed class ReceivedBytesConfiguration : IEntityTypeConfiguration<ReceivedBytes>
{
    public void Configure(EntityTypeBuilder<ReceivedBytes> builder)
    {
        builder.ToTable("received_bytes");
        builder.HasKey(received => received.DocumentId);
    }
}
