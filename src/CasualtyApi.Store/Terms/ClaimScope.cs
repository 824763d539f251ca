namespace CasualtyApi.Store.Terms;

/// <summary>The stretch of time or event a count is of.</summary>
public enum ClaimScope
{
    /// <summary>One event, its rising toll included.</summary>
    Incident,

    /// <summary>A window that closes.</summary>
    Period,

    /// <summary>A running count from a baseline to the time of speaking.</summary>
    Total,

    /// <summary>"1,500 a day": never added, never multiplied.</summary>
    Rate,

    Unspecified,
}
