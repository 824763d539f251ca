using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>What a statement says, where, and in which words. Spans count code points, end exclusive.</summary>
public abstract class StatementState : LedgerRecord
{
    public required long DocumentId { get; init; }

    public required StatementKind Kind { get; set; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>The document's text at the span; the store refuses anything else.</summary>
    public required string Text { get; init; }

    /// <summary>What the document calls the speaker there ("he").</summary>
    public string? SpeakerText { get; set; }

    public int? SpeakerStart { get; set; }

    public int? SpeakerEnd { get; set; }

    /// <summary>The reporting words ("according to").</summary>
    public string? Cue { get; set; }
}

/// <summary>Something a source says in a document.</summary>
public sealed class Statement : StatementState, ILedgered
{
    public Document? Document { get; init; }

    /// <summary>Who says it: the first is the speaker, the others speak jointly. Empty is the document's own voice.</summary>
    public List<StatementSpeaker> Speakers { get; init; } = [];

    /// <summary>The hops between document and speaker, outermost first.</summary>
    public List<StatementRelay> Relay { get; init; } = [];

    public List<Claim> Claims { get; init; } = [];

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Statement, Id);
}

internal sealed class StatementConfiguration : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.ToTable("statements");
        builder.HasIndex(statement => new { statement.DocumentId, statement.Id });
        builder.HasIndex(statement => new { statement.ReceivedAt, statement.Id });
        builder.HasOne(statement => statement.Document).WithMany(document => document.Statements)
            .HasForeignKey(statement => statement.DocumentId);
    }
}
