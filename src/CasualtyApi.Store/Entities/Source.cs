using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>What is known of somebody who says something, or publishes it.</summary>
public abstract class SourceState : LedgerRecord
{
    public required string Name
    {
        get;
        set
        {
            field = value;
            NameFolded = Folding.Fold(value);
        }
    }

    /// <summary><see cref="Name"/> without case and accents: what filters compare.</summary>
    public string NameFolded { get; private set; } = "";

    public required SourceKind Kind { get; set; }

    /// <summary>As worded ("White House national security spokesperson").</summary>
    public string? Role { get; set; }

    /// <summary>The source this one speaks for.</summary>
    public long? AffiliationId { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; set; }

    /// <summary>The one document an unnamed source belongs to; null for a named source.</summary>
    public long? DocumentId { get; init; }

    /// <summary>Admiralty grade, A to F, where a reviewer set one.</summary>
    public string? Reliability { get; set; }

    /// <summary>The source a reviewer found this one to be. Claims keep their source's id; reads resolve it.</summary>
    public long? MergedIntoId { get; set; }
}

/// <summary>Anyone who says something, or publishes it.</summary>
public sealed class Source : SourceState, ILedgered
{
    public Source? Affiliation { get; init; }

    /// <summary>Other names, in the order they became known.</summary>
    public List<SourceAlias> Aliases { get; init; } = [];

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Source, Id);
}

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("sources");
        builder.HasIndex(source => source.NameFolded);
        builder.HasIndex(source => new { source.DocumentId, source.NameFolded });
        builder.HasIndex(source => new { source.ReceivedAt, source.Id });
        builder.HasOne(source => source.Affiliation).WithMany().HasForeignKey(source => source.AffiliationId);
        builder.HasOne<Source>().WithMany().HasForeignKey(source => source.MergedIntoId);
        builder.HasOne<Document>().WithMany().HasForeignKey(source => source.DocumentId);
    }
}
