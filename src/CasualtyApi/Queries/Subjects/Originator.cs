using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>Whose number it is: the claimant followed up its affiliations, or for a document's own voice its publisher.</summary>
/// <param name="SourceId">Null where a document speaks that has no publisher.</param>
/// <param name="DocumentId">That document; else null.</param>
internal sealed record Originator(long? SourceId, long? DocumentId, string? Name, SourceKind? Kind = null, string? Reliability = null)
{
    /// <summary>
    /// Whether it counts among the independent ones. Somebody unnamed who speaks for nobody, and a document whose publisher is
    /// not known, may be anyone: they are shown and never counted.
    /// </summary>
    public bool IsCounted => SourceId is not null && Kind != SourceKind.Unnamed;

    /// <summary>Admiralty A to E; null where nobody judged it, and for F, "cannot be judged".</summary>
    public string? Grade => Reliability is "F" ? null : Reliability;

    public static Originator Unpublished(long documentId) => new(null, documentId, null);
}
