namespace CasualtyApi.Extraction;

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

    /// <summary>Named by what it is, not by who it is ("reports", "a resident"): never the same one in two documents.</summary>
    Unnamed,
}

/// <summary>
/// A source as one document gives it. Two mentions of one source in one document ("Kirby", "he") are the same object.
/// </summary>
/// <param name="Name">Its fullest name in the document, or for an unnamed source the words ("U.S. officials").</param>
/// <param name="Kind">What it is.</param>
/// <param name="Role">Its role as worded ("White House national security spokesperson").</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Affiliation">The source this one speaks for.</param>
/// <param name="Aliases">Other names the document or the vocabulary gives it.</param>
public sealed record SourceReading(
    string Name,
    SourceKind Kind,
    string? Role = null,
    string? Country = null,
    SourceReading? Affiliation = null,
    IReadOnlyList<string>? Aliases = null)
{
    /// <summary>The source followed up its affiliations to the top: whom a claim of this one originates from.</summary>
    public SourceReading Originator => Affiliation?.Originator ?? this;

    /// <summary>The name. What a record prints of itself would never end: the originator of most sources is the source.</summary>
    public override string ToString() => Name;
}
