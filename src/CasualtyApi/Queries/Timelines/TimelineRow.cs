using System.Linq.Expressions;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Timelines;

/// <summary>As much of a claim as a timeline needs.</summary>
internal sealed record TimelineRow(
    long Id, long DocumentId, long? ClaimantId, long? PublisherId, ClaimSubject Party, CasualtyCategory Category, ClaimScope Scope, Certainty Certainty,
    DateOnly? PublishedAt, DateOnly? PeriodStart, DateOnly? PeriodEnd, long ReceivedAt, long? Low, long? High)
{
    public static readonly Expression<Func<Claim, TimelineRow>> Projection = claim => new TimelineRow(
        claim.Id, claim.DocumentId,
        claim.Claimants.Where(claimant => claimant.Ordinal == 0).Select(claimant => (long?)claimant.SourceId).FirstOrDefault(),
        claim.Document!.PublisherId,
        new ClaimSubject(claim.PartyId, claim.Party!.Name, claim.Party.Country, claim.Party.Kind),
        claim.Category, claim.Scope, claim.Certainty,
        claim.Document.PublishedAt, claim.PeriodStart, claim.PeriodEnd, claim.ReceivedAt, claim.Low, claim.High);

    public SourceName? OriginatorIn(SourceDirectory sources) =>
        ClaimantId is { } claimant ? sources.Originator(claimant) : sources.Find(PublisherId);

    /// <summary>The one day it counts on, as <see cref="ClaimDates.Day"/> says it in SQL.</summary>
    public DateOnly? Day(string? dateField) => dateField switch
    {
        ClaimFilter.Occurred => PeriodEnd ?? PeriodStart,
        ClaimFilter.Received => DateOnly.FromDateTime(Http.Instant.Of(ReceivedAt)),
        _ => PublishedAt,
    };
}
