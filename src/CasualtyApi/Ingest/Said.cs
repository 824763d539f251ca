using System.Linq.Expressions;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Ingest;

/// <summary>What of a claim in a dated document shows whether another says it again.</summary>
internal sealed record Said(
    long Id, long Root, SubjectTerms Terms, CountRelation Relation, long? Low, long? High, string? PeriodText, long? ClaimantId, long? PublisherId)
{
    public static readonly Expression<Func<Claim, Said>> Projection = claim => new Said(
        claim.Id, claim.RepeatsClaimId ?? claim.Id,
        new SubjectTerms(
            claim.PartyId, claim.Category, claim.MixedOf, claim.Scope, claim.PlaceId, claim.PeriodStart, claim.PeriodEnd, claim.Document!.PublishedAt),
        claim.Relation, claim.Low, claim.High, claim.PeriodText,
        claim.Claimants.Where(claimant => claimant.Ordinal == 0).Select(claimant => (long?)claimant.SourceId).FirstOrDefault(),
        claim.Document.PublisherId);

    /// <summary>A new claim, whose document is not yet in the database.</summary>
    public static Said Of(Claim claim, Document document) => new(
        claim.Id, claim.Id,
        new(claim.PartyId, claim.Category, claim.MixedOf, claim.Scope, claim.PlaceId, claim.PeriodStart, claim.PeriodEnd, document.PublishedAt),
        claim.Relation, claim.Low, claim.High, claim.PeriodText,
        claim.Claimants.Find(claimant => claimant.Ordinal == 0)?.SourceId, document.PublisherId);

    /// <summary>Two claims with equal keys say the same; null where nobody knows whose the number is.</summary>
    public object? Key(Originators originators) => originators.Of(ClaimantId, PublisherId) is { } originator
        ? (originator, SubjectKey.Of(Terms), Relation, Low, High, Day)
        : null;

    /// <summary>"The past 24 hours", told on two days, are two; where the words gave no dates, the day they were published tells them apart.</summary>
    private DateOnly? Day => PeriodText is not null && Terms is { Start: null, End: null } ? Terms.PublishedAt : null;
}
