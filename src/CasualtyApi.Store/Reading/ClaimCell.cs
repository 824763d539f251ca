namespace CasualtyApi.Store.Reading;

/// <summary>The columns of a claim, its document and its statement that an answer shows; each is the index of its column.</summary>
public enum ClaimCell
{
    Id, Category, MixedOf, Cause, CountText, Relation, Low, High, PartyId, PartyText, BlamedId, BlamedText, Certainty, Scope,
    PeriodText, PeriodStart, PeriodEnd, PlaceId, PlaceText, Text, Prefix, Suffix, SpanStart, SpanEnd, StatementId, DocumentId,
    RepeatsClaimId, PartOfClaimId, UpdatesClaimId, DisputesClaimId, Status, SupersededById, Credibility, Rules, Extractor, Revision, ReceivedAt,
    UpdatedAt, Since, StatementKind, DocumentTitle, DocumentOpening, DocumentPublisherId, DocumentPublishedAt, DocumentUrl,
}
