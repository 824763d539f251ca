namespace CasualtyApi.Store.Ledger;

/// <summary>A save that would change a ledgered row without an entry for it: a fault of the program.</summary>
public sealed class UnledgeredChangeException(string entity)
    : InvalidOperationException($"{entity} may only change through {nameof(ChangeLog)}, with an entry for its record.");
