namespace CasualtyApi.Store.Terms;

/// <summary>What somebody who speaks or publishes is.</summary>
public enum SourceKind
{
    Person,
    Government,
    Military,
    ArmedGroup,
    Intergovernmental,
    Organization,
    Media,
    Analyst,

    /// <summary>Named by what it is, not by who it is; belongs to one document.</summary>
    Unnamed,
}
