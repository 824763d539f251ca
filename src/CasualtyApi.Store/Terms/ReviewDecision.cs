namespace CasualtyApi.Store.Terms;

/// <summary>What a reviewer can decide on a claim's reading. Nothing of it says that the number is true.</summary>
public enum ReviewDecision
{
    Accept,
    Reject,

    /// <summary>Withdraw what was accepted.</summary>
    Retract,

    /// <summary>Put another claim of the same document in its place.</summary>
    Supersede,

    /// <summary>Make it undecided again.</summary>
    Reopen,
}
