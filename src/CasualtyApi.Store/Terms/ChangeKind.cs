namespace CasualtyApi.Store.Terms;

/// <summary>What a change did to its record.</summary>
public enum ChangeKind
{
    Created,

    /// <summary>The engine met the record again and learned more of it: an alias, an affiliation, a publication.</summary>
    Extended,

    /// <summary>A person changed it.</summary>
    Corrected,
}
