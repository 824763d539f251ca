using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>Where a drawn ledger is written: into a file at speed, or, in a test, through the change log itself.</summary>
internal interface ILedgerPen
{
    Task BeginAsync(string actor, long at);

    TRecord Add<TRecord>(TRecord record) where TRecord : LedgerRecord;

    Party Add(Party party);

    Place Add(Place place);

    /// <summary>Corrects a claim that was committed before.</summary>
    void Change(Claim claim, Action<Claim> edit, ChangeKind kind, string? reason);

    Task CommitAsync();
}
