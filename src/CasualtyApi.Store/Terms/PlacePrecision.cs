namespace CasualtyApi.Store.Terms;

/// <summary>How closely a place is known.</summary>
public enum PlacePrecision
{
    Exact,
    City,
    Region,
    Country,
}
