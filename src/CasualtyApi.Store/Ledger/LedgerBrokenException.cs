namespace CasualtyApi.Store.Ledger;

/// <summary>The ledger is not as it was written: somebody edited the database, or its file is damaged.</summary>
public sealed class LedgerBrokenException(long position, string fault) : Exception($"Entry {position} {fault}.")
{
    public long Position { get; } = position;
}
