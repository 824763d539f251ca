namespace CasualtyApi.Store.Terms;

/// <summary>The records whose every change stands in the ledger.</summary>
public enum RecordKind
{
    Document,
    Source,
    Statement,
    Claim,
}
