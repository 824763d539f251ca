namespace CasualtyApi.Store.Terms;

/// <summary>What a person decided on a claim's reading. Accepted means faithful to the words, never that the number is true.</summary>
public enum ClaimStatus
{
    /// <summary>Read by the engine, decided by nobody.</summary>
    Candidate,

    Accepted,
    Rejected,
    Superseded,

    /// <summary>Accepted once, and withdrawn.</summary>
    Retracted,
}
