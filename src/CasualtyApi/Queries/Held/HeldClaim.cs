using System.Linq.Expressions;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Held;

/// <summary>What of a claim is held in memory: enough to choose and to count by, 96 bytes. 0 stands for an id or a day that is not known.</summary>
internal readonly record struct HeldClaim(
    int Id, int PartyId, int PlaceId, int ClaimantId, int PublisherId, int DocumentId, int Published, int Occurred, int Received,
    CasualtyCategory Category, ClaimStatus Status, Certainty Certainty, ClaimScope Scope, CountRelation Relation, long Low, long High,
    int Updates, int Disputes, bool IsPart, int Subject, int[]? Jointly)
{
    /// <summary>An end that the words leave open.</summary>
    public const long Open = long.MinValue;

    public bool IsQuantified => Low != Open || High != Open;

    /// <summary>From where to where it reaches when it is held against another.</summary>
    public (decimal Low, decimal High) Reach => Contradictions.Reach(Relation, Low == Open ? null : Low, High == Open ? null : High);

    /// <summary>The number of the one day it counts on, as <see cref="ClaimDates.Day"/> says it in SQL; 0 where that is not known.</summary>
    public int Day(string? dateField) => dateField switch
    {
        ClaimFilter.Occurred => Occurred,
        ClaimFilter.Received => Received,
        _ => Published,
    };

    /// <param name="row">As read.</param>
    /// <param name="mixedOf">The members of a mixed category; else empty.</param>
    /// <param name="jointly">The claimants after the first; null where there are none.</param>
    public static HeldClaim Of(HeldRow row, IReadOnlyList<CasualtyCategory> mixedOf, int[]? jointly) => new(
        (int)row.Id, (int)row.PartyId, (int)(row.PlaceId ?? 0), (int)(row.ClaimantId ?? 0), (int)(row.PublisherId ?? 0), (int)row.DocumentId,
        row.Published?.DayNumber ?? 0, (row.PeriodEnd ?? row.PeriodStart)?.DayNumber ?? 0,
        DateOnly.FromDateTime(Http.Instant.Of(row.ReceivedAt)).DayNumber,
        row.Category, row.Status, row.Certainty, row.Scope, row.Relation, row.Low ?? Open, row.High ?? Open,
        (int)(row.Updates ?? 0), (int)(row.Disputes ?? 0), row.PartOf is not null, SubjectOf(row, mixedOf), jointly);

    // Two subjects of one hash would only put a claim before its turn in the review queue.
    private static int SubjectOf(HeldRow row, IReadOnlyList<CasualtyCategory> mixedOf) => SubjectKey.Of(new(
        row.PartyId, row.Category, mixedOf, row.Scope, row.PlaceId, row.PeriodStart, row.PeriodEnd, row.Published)).GetHashCode();
}

/// <summary>The same as read.</summary>
internal sealed record HeldRow(
    long Id, long PartyId, long? PlaceId, long? ClaimantId, long? PublisherId, long DocumentId, DateOnly? Published, DateOnly? PeriodStart,
    DateOnly? PeriodEnd, long ReceivedAt, CasualtyCategory Category, ClaimStatus Status, Certainty Certainty, ClaimScope Scope, CountRelation Relation,
    long? Low, long? High, long? PartOf, long? Updates, long? Disputes)
{
    public static readonly Expression<Func<Claim, HeldRow>> Projection = claim => new HeldRow(
        claim.Id, claim.PartyId, claim.PlaceId,
        claim.Claimants.Where(claimant => claimant.Ordinal == 0).Select(claimant => (long?)claimant.SourceId).FirstOrDefault(),
        claim.Document!.PublisherId, claim.DocumentId, claim.PublishedAt, claim.PeriodStart, claim.PeriodEnd, claim.ReceivedAt,
        claim.Category, claim.Status, claim.Certainty, claim.Scope, claim.Relation, claim.Low, claim.High,
        claim.PartOfClaimId, claim.UpdatesClaimId, claim.DisputesClaimId);
}
