namespace CasualtyApi.Store.Terms;

/// <summary>How sure the words are, read from hedges on the claim itself.</summary>
public enum Certainty
{
    Stated,
    Estimated,
    Likely,

    /// <summary>"Reportedly", or another's claim told by the speaker.</summary>
    Alleged,

    Denied,
}
