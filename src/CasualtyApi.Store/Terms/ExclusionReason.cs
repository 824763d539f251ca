namespace CasualtyApi.Store.Terms;

/// <summary>Why a selected claim is not used. A claim to which several apply has the first of them.</summary>
public enum ExclusionReason
{
    Status,
    Denied,
    Unquantified,
    Rate,
    Updated,
    Repeat,
    Part,
    Older,
    Undated,
    NotAssessed,
    Outranked,
    Uncounted,
}
