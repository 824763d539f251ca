namespace CasualtyApi.Store.Terms;

/// <summary>How much of a document's words may be shown.</summary>
public enum Visibility
{
    Public,

    /// <summary>The words of statements and claims, not the text around them.</summary>
    SpansOnly,

    Withheld,
}
