using System.Linq.Expressions;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Held;

/// <summary>What of a claim is held in memory: enough to choose and to count by, 80 bytes. 0 stands for an id or a day that is not known.</summary>
internal readonly record struct HeldClaim(
    int Id, int PartyId, int PlaceId, int ClaimantId, int PublisherId, int DocumentId, int Published, int Occurred, int Received,
    CasualtyCategory Category, ClaimStatus Status, Certainty Certainty, ClaimScope Scope, long Low, long High, int[]? Jointly)
{
    /// <summary>An end that the words leave open.</summary>
    public const long Open = long.MinValue;

    public bool IsQuantified => Low != Open || High != Open;

    /// <summary>The number of the one day it counts on, as <see cref="ClaimDates.Day"/> says it in SQL; 0 where that is not known.</summary>
    public int Day(string? dateField) => dateField switch
    {
        ClaimFilter.Occurred => Occurred,
        ClaimFilter.Received => Received,
        _ => Published,
    };

    public static HeldClaim Of(HeldRow row, int[]? jointly) => new(
        (int)row.Id, (int)row.PartyId, (int)(row.PlaceId ?? 0), (int)(row.ClaimantId ?? 0), (int)(row.PublisherId ?? 0), (int)row.DocumentId,
        row.Published?.DayNumber ?? 0, (row.PeriodEnd ?? row.PeriodStart)?.DayNumber ?? 0,
        DateOnly.FromDateTime(Http.Instant.Of(row.ReceivedAt)).DayNumber,
        row.Category, row.Status, row.Certainty, row.Scope, row.Low ?? Open, row.High ?? Open, jointly);
}

/// <summary>The same as read.</summary>
internal sealed record HeldRow(
    long Id, long PartyId, long? PlaceId, long? ClaimantId, long? PublisherId, long DocumentId, DateOnly? Published, DateOnly? PeriodStart,
    DateOnly? PeriodEnd, long ReceivedAt, CasualtyCategory Category, ClaimStatus Status, Certainty Certainty, ClaimScope Scope, long? Low, long? High)
{
    public static readonly Expression<Func<Claim, HeldRow>> Projection = claim => new HeldRow(
        claim.Id, claim.PartyId, claim.PlaceId,
        claim.Claimants.Where(claimant => claimant.Ordinal == 0).Select(claimant => (long?)claimant.SourceId).FirstOrDefault(),
        claim.Document!.PublisherId, claim.DocumentId, claim.PublishedAt, claim.PeriodStart, claim.PeriodEnd, claim.ReceivedAt,
        claim.Category, claim.Status, claim.Certainty, claim.Scope, claim.Low, claim.High);
}
