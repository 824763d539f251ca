using System.Linq.Expressions;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>A selected claim as read: the columns that comparing needs, and ids for what many claims share.</summary>
internal sealed class SelectedRow
{
    /// <summary>What a claim was linked to may have been found to repeat another since: then its links lead to that one.</summary>
    public static Expression<Func<Claim, SelectedRow>> Projection(CasualtyDbContext db) => claim => new SelectedRow
    {
        Id = claim.Id,
        DocumentId = claim.DocumentId,
        Start = claim.Start,
        PublishedAt = claim.Document!.PublishedAt,
        PublisherId = claim.Document.PublisherId,
        PartyId = claim.PartyId,
        BlamedId = claim.BlamedId,
        PlaceId = claim.PlaceId,
        Category = claim.Category,
        MixedOf = claim.MixedOf,
        Relation = claim.Relation,
        Low = claim.Low,
        High = claim.High,
        Scope = claim.Scope,
        PeriodText = claim.PeriodText == null || claim.Document.Visibility != Visibility.Withheld ? claim.PeriodText : "",
        PeriodStart = claim.PeriodStart,
        PeriodEnd = claim.PeriodEnd,
        Certainty = claim.Certainty,
        Status = claim.Status,
        Repeats = claim.RepeatsClaimId,
        PartOf = db.Claims.Where(whole => whole.Id == claim.PartOfClaimId).Select(whole => whole.RepeatsClaimId).FirstOrDefault() ?? claim.PartOfClaimId,
        Updates = db.Claims.Where(earlier => earlier.Id == claim.UpdatesClaimId).Select(earlier => earlier.RepeatsClaimId).FirstOrDefault() ?? claim.UpdatesClaimId,
        ClaimantIds = claim.Claimants.OrderBy(claimant => claimant.Ordinal).Select(claimant => claimant.SourceId).ToList(),
    };

    /// <summary>The same of a claim that is held in memory.</summary>
    public static SelectedRow Of(in HeldClaim claim, HeldClaims claims) => new()
    {
        Id = claim.Id,
        DocumentId = claim.Document,
        Start = claim.Start,
        PublishedAt = Day(claim.Published),
        PublisherId = Known(claim.Publisher),
        PartyId = claim.Party,
        BlamedId = Known(claim.Blamed),
        PlaceId = Known(claim.Place),
        Category = claim.Category,
        MixedOf = claim.Mixed == 0 ? [] : claim.Members,
        Relation = claim.Relation,
        Low = claim.Low == HeldClaim.Open ? null : claim.Low,
        High = claim.High == HeldClaim.Open ? null : claim.High,
        Scope = claim.Scope,
        PeriodText = claims.PeriodOf(claim),
        PeriodStart = Day(claim.IsBegun ? claim.Began : 0),
        PeriodEnd = Day(claim.IsEnded ? claim.Occurred : 0),
        Certainty = claim.Certainty,
        Status = claim.Status,
        Repeats = Known(claim.Repeats),
        PartOf = Known(claims.Root(claim.PartOf)),
        Updates = Known(claims.Root(claim.Updates)),
        ClaimantIds = claim.Claimant == 0 ? [] : [claim.Claimant, .. (claim.Jointly ?? []).Select(id => (long)id)],
    };

    public required long Id { get; init; }

    public required long DocumentId { get; init; }

    public required int Start { get; init; }

    public required DateOnly? PublishedAt { get; init; }

    public required long? PublisherId { get; init; }

    public required long PartyId { get; init; }

    public required long? BlamedId { get; init; }

    public required long? PlaceId { get; init; }

    public required CasualtyCategory Category { get; init; }

    public required IReadOnlyList<CasualtyCategory> MixedOf { get; init; }

    public required CountRelation Relation { get; init; }

    public required long? Low { get; init; }

    public required long? High { get; init; }

    public required ClaimScope Scope { get; init; }

    public required string? PeriodText { get; init; }

    public required DateOnly? PeriodStart { get; init; }

    public required DateOnly? PeriodEnd { get; init; }

    public required Certainty Certainty { get; init; }

    public required ClaimStatus Status { get; init; }

    public required long? Repeats { get; init; }

    public required long? PartOf { get; init; }

    public required long? Updates { get; init; }

    public required IReadOnlyList<long> ClaimantIds { get; init; }

    /// <summary>Who speaks: the claimants, or for the document's own voice its publisher.</summary>
    public IReadOnlyList<long> VoiceIds => field ??= ClaimantIds.Count > 0 ? ClaimantIds : PublisherId is { } publisher ? [publisher] : [];

    private static long? Known(int id) => id == 0 ? null : id;

    private static DateOnly? Day(int number) => number == 0 ? null : DateOnly.FromDayNumber(number);
}
