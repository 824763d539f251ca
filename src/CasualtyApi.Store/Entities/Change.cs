using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>One change of one record: an entry of the ledger. Only <c>ChangeLog</c> writes them, and nothing alters them.</summary>
public sealed class Change
{
    /// <summary>From 1, without gaps.</summary>
    public required long Position { get; init; }

    /// <summary>UTC milliseconds since 1970, never earlier than the change before.</summary>
    public required long At { get; init; }

    /// <summary>Who changed it: "engine", or "key:" and the id of the API key.</summary>
    public required string Actor { get; init; }

    public required ChangeKind Kind { get; init; }

    public required RecordKind Record { get; init; }

    public required long RecordId { get; init; }

    /// <summary>The record's revision this change made.</summary>
    public required int Revision { get; init; }

    public string? Reason { get; init; }

    /// <summary>The canonical UTF-8 JSON of all the above and of the record's state after it: see docs/database.md.</summary>
    public required byte[] Payload { get; init; }
}

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("changes");
        builder.HasKey(change => change.Position);

        // The id first: with the record's kind first, SQLite takes this index for whatever asks for changes of a kind after a position, and
        // reads all of that kind from the ledger's beginning.
        builder.HasIndex(change => new { change.RecordId, change.Record, change.Revision }).IsUnique();
    }
}
