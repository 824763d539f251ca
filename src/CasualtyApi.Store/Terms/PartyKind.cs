namespace CasualtyApi.Store.Terms;

/// <summary>The people counted: the most specific kind worded.</summary>
public enum PartyKind
{
    Military,
    ArmedGroup,
    Police,
    Civilians,
    Children,
    Women,
    Medics,
    Press,
    AidWorkers,
    Prisoners,

    /// <summary>Not said which.</summary>
    People,
}
