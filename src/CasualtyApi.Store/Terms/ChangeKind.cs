namespace CasualtyApi.Store.Terms;

/// <summary>What a change did to its record.</summary>
public enum ChangeKind
{
    Created,

    /// <summary>The engine met the record again and learned more of it: an alias, an affiliation, a publication.</summary>
    Extended,

    /// <summary>A person changed it.</summary>
    Corrected,

    /// <summary>A reviewer found the claim's reading faithful to the words.</summary>
    Accepted,

    /// <summary>A reviewer found it not faithful.</summary>
    Rejected,

    /// <summary>A reviewer withdrew a claim that was accepted.</summary>
    Retracted,

    /// <summary>Another claim took the claim's place.</summary>
    Superseded,

    /// <summary>The claim is undecided again.</summary>
    Reopened,

    /// <summary>A reviewer found the source to be another.</summary>
    Merged,

    /// <summary>The source stands for itself again.</summary>
    Unmerged,
}
