using CasualtyApi.Store.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>What of a claim decides whether it may be linked to another.</summary>
/// <param name="Originator">Whose number it is; equal ones are the same. Null where nobody knows.</param>
/// <param name="IsOwnVoice">Whether nobody but the document says it.</param>
internal sealed record LinkedClaim(
    long Id, long DocumentId, int Start, SubjectTerms Terms, string? PeriodText, CountRelation Relation, long? Low, long? High, Certainty Certainty,
    ClaimStatus Status, object? Originator, bool IsOwnVoice, long? Repeats, long? PartOf, long? Updates, long? Disputes)
{
    public IEnumerable<long> Linked => new[] { Repeats, PartOf, Updates, Disputes }.OfType<long>();

    public bool IsInForce => Status is ClaimStatus.Candidate or ClaimStatus.Accepted;

    /// <summary>Earlier in its document, or published earlier; of one day, in the document kept first.</summary>
    public bool IsBefore(LinkedClaim other) => DocumentId == other.DocumentId ? Start < other.Start
        : (Terms.PublishedAt ?? DateOnly.MaxValue, DocumentId).CompareTo((other.Terms.PublishedAt ?? DateOnly.MaxValue, other.DocumentId)) < 0;
}
