namespace CasualtyApi.Store.Terms;

/// <summary>How one figure is made of several claims about one subject.</summary>
public enum AggregateMethod
{
    Latest,
    Range,
    Majority,
    Hierarchy,
    Sum,
}
