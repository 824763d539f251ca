namespace CasualtyApi.Store.Terms;

/// <summary>How a count relates to the number in its words.</summary>
public enum CountRelation
{
    Exactly,
    About,
    MoreThan,
    AtLeast,
    AtMost,
    LessThan,
    Between,

    /// <summary>A number of no exact size ("dozens"): a low, no high.</summary>
    Vague,

    /// <summary>Words of size without a number ("heavy"): neither low nor high.</summary>
    Unquantified,
}
