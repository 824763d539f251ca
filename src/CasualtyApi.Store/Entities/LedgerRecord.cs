using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Entities;

/// <summary>
/// A record whose every change stands in the ledger. What the row holds is its state from position <see cref="Since"/>
/// on; earlier states stand in its revisions table.
/// </summary>
public abstract class LedgerRecord
{
    /// <summary>Never changes and is never given twice.</summary>
    public long Id { get; internal set; }

    /// <summary>1 when created, one more at each change.</summary>
    public int Revision { get; internal set; }

    /// <summary>The position of the change that made this state.</summary>
    public long Since { get; internal set; }

    /// <summary>When the record was created, in UTC milliseconds since 1970.</summary>
    public long ReceivedAt { get; internal set; }

    /// <summary>When this state was made, in UTC milliseconds since 1970.</summary>
    public long UpdatedAt { get; internal set; }
}

/// <summary>A row that a ledger entry covers: a record as it stands now, or a part of one.</summary>
internal interface ILedgered
{
    /// <summary>The record whose entry covers the row.</summary>
    (RecordKind Kind, long Id) Record { get; }
}

/// <summary>An earlier state of a record, in force over the positions [Since, Until).</summary>
public interface IRevision
{
    /// <summary>The position of the change that ended this state.</summary>
    long Until { get; }
}
