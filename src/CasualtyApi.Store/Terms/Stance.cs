namespace CasualtyApi.Store.Terms;

/// <summary>How who claims stands to whom it happened to.</summary>
public enum Stance
{
    /// <summary>The claimant speaks for the party: own losses.</summary>
    Own,

    /// <summary>The claim blames the claimant's own side.</summary>
    Accused,

    Other,
}
