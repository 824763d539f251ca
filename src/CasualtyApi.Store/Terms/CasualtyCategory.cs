namespace CasualtyApi.Store.Terms;

/// <summary>What happened to the people counted.</summary>
public enum CasualtyCategory
{
    Killed,
    Injured,
    KilledOrInjured,
    Missing,
    Captured,
    Abducted,
    Displaced,

    /// <summary>Any other union of the above; the members stand in the claim's <c>MixedOf</c>.</summary>
    Mixed,
}
