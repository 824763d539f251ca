using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>What is known of a document besides its text. Unknown stays null.</summary>
public abstract class DocumentState : LedgerRecord
{
    public string? Title { get; set; }

    public string? Url { get; set; }

    public long? PublisherId { get; set; }

    public DateOnly? PublishedAt { get; set; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; set; }

    /// <summary>Of the text's UTF-8 bytes, in lower-case hexadecimal. The same text is the same document.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the text in code points.</summary>
    public required int TextLength { get; init; }

    /// <summary>The text's first words, at most 60 code points: what stands for a missing title.</summary>
    public required string Opening { get; init; }

    /// <summary>How it came: "seed:" and the file's name, "post" or "import".</summary>
    public required string Origin { get; init; }

    public Visibility Visibility { get; set; }

    /// <summary>The media type of what the text was taken from, as its sender named it; null where that was the text itself.</summary>
    public string? ReceivedType { get; init; }

    /// <summary>Of what the text was taken from, in lower-case hexadecimal.</summary>
    public string? ReceivedSha256 { get; init; }
}

/// <summary>An article as received. Its text stands apart, in <see cref="DocumentText"/>, and never changes.</summary>
public sealed class Document : DocumentState, ILedgered
{
    public Source? Publisher { get; init; }

    public DocumentText? Text { get; init; }

    public ReceivedBytes? Received { get; init; }

    /// <summary>Where the same text was published, in the order it became known.</summary>
    public List<Publication> Publications { get; init; } = [];

    public List<Statement> Statements { get; init; } = [];

    public List<Claim> Claims { get; init; } = [];

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Document, Id);
}

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("documents");
        builder.HasIndex(document => document.Sha256).IsUnique();
        builder.HasIndex(document => new { document.ReceivedAt, document.Id });
        builder.HasOne(document => document.Publisher).WithMany().HasForeignKey(document => document.PublisherId);
        builder.HasOne(document => document.Text).WithOne().HasForeignKey<DocumentText>(text => text.DocumentId);
        builder.HasOne(document => document.Received).WithOne().HasForeignKey<ReceivedBytes>(received => received.DocumentId);
    }
}
