namespace CasualtyApi.Store.Terms;

/// <summary>How a statement stands in its document.</summary>
public enum StatementKind
{
    Quote,
    Reported,
    Narrated,
}
