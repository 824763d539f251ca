using System.Text.Json.Serialization;
using CasualtyApi.Http;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Claims;

/// <summary>One casualty assertion: what is counted, who says so, in which words, at which characters of which document.</summary>
/// <param name="MixedOf">The members of category `mixed`; else empty.</param>
/// <param name="Cause">How they came to harm, where worded.</param>
/// <param name="Party">Whom it happened to.</param>
/// <param name="Blamed">Who did it, only where the words say so.</param>
/// <param name="Claimant">Who claims it. Null is the document's own voice, never "unknown".</param>
/// <param name="AlsoClaimants">Who claims it jointly, in the order named.</param>
/// <param name="Originator">The claimant followed up its affiliations to the top; for the document's own voice, its publisher.</param>
/// <param name="Relay">Who passed it on between the claimant and the document, outermost first.</param>
/// <param name="Repeats">The id of the claim this one says again.</param>
/// <param name="PartOf">The id of the claim whose count contains this one.</param>
/// <param name="Updates">The id of the earlier claim this one replaces in its own words.</param>
/// <param name="Disputes">The id of the claim this one denies.</param>
/// <param name="Status">What was decided on the reading; says nothing of the number being true.</param>
/// <param name="SupersededBy">The id of the claim that took its place, where a reviewer named one.</param>
/// <param name="Credibility">Admiralty grade of the number, 1 to 6, where a reviewer set one; 6 is "cannot be judged".</param>
/// <param name="Rules">The rules that read it; each is defined in the codebook.</param>
/// <param name="Extractor">The version of the engine that read it; null where a person wrote it.</param>
/// <param name="Cite">How to quote this state of the claim.</param>
internal sealed record ClaimResponse(
    long Id,
    CasualtyCategory Category,
    IReadOnlyList<CasualtyCategory> MixedOf,
    string? Cause,
    ClaimCount Count,
    ClaimParty Party,
    ClaimParty? Blamed,
    SourceReference? Claimant,
    IReadOnlyList<SourceReference> AlsoClaimants,
    SourceName? Originator,
    IReadOnlyList<SourceName> Relay,
    Certainty Certainty,
    ClaimScope Scope,
    ClaimPeriod? Period,
    ClaimPlace? Place,
    ClaimQuote Quote,
    ClaimStatement Statement,
    DocumentReference Document,
    long? Repeats,
    long? PartOf,
    long? Updates,
    long? Disputes,
    ClaimStatus Status,
    long? SupersededBy,
    int? Credibility,
    IReadOnlyList<string> Rules,
    string? Extractor,
    int Revision,
    DateTime ReceivedAt,
    DateTime UpdatedAt,
    string Cite,
    ClaimLinks Links)
{
    /// <summary>With `q`: where the words were found, in the statement and in the names of the claimants. Else absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Highlight>? Highlight { get; init; }

    public static ClaimResponse Of(ClaimRow row, SourceDirectory sources)
    {
        var claim = row.Claim;
        var claimants = row.ClaimantIds.ConvertAll(sources.Reference);
        var (document, visibility) = (row.Document.Named(sources), row.Document.Visibility);
        return new(
            claim.Id, claim.Category, claim.MixedOf, claim.Cause,
            new(Shown.WordsOrNull(claim.CountText, visibility), claim.Relation, claim.Low, claim.High),
            ClaimParty.Of(row.Party, Shown.WordsOrNull(claim.PartyText, visibility)),
            row.Blamed is null ? null : ClaimParty.Of(row.Blamed, Shown.WordsOrNull(claim.BlamedText, visibility)),
            claimants.FirstOrDefault(), [.. claimants.Skip(1)],
            row.ClaimantIds is [var first, ..] ? sources.Originator(first) : document.Publisher,
            row.RelayIds.ConvertAll(sources.Name),
            claim.Certainty, claim.Scope,
            claim.PeriodText is null ? null : new(Shown.Words(claim.PeriodText, visibility), claim.PeriodStart, claim.PeriodEnd),
            row.Place is null ? null : ClaimPlace.Of(row.Place, Shown.WordsOrNull(claim.PlaceText, visibility)),
            new(Shown.Words(claim.Text, visibility), Shown.Around(claim.Prefix, visibility), Shown.Around(claim.Suffix, visibility), claim.Start, claim.End),
            new(claim.StatementId, row.StatementKind), document,
            claim.RepeatsClaimId, claim.PartOfClaimId, claim.UpdatesClaimId, claim.DisputesClaimId,
            claim.Status, claim.SupersededById, claim.Credibility, claim.Rules, claim.Extractor, claim.Revision,
            Instant.Of(claim.ReceivedAt), Instant.Of(claim.UpdatedAt),
            ClaimCitation.Of(claim, claimants.FirstOrDefault(), document), ClaimLinks.Of(claim));
    }
}

/// <summary>A count as worded and as read.</summary>
/// <param name="Text">The words; null where only a name stands.</param>
/// <param name="Low">The lower end; null where the words leave it open.</param>
/// <param name="High">The upper end; null where the words leave it open.</param>
internal sealed record ClaimCount(string? Text, CountRelation Relation, long? Low, long? High);

/// <summary>Whom it happened to, or who did it.</summary>
internal sealed record ClaimParty(long Id, string? Text, string Name, string? Country, PartyKind Kind)
{
    public static ClaimParty Of(Party party, string? text) => new(party.Id, text, party.Name, party.Country, party.Kind);
}

/// <summary>When it happened. The days are known only where the words or the document's date make them so.</summary>
/// <param name="Text">The words; empty where they are withheld.</param>
internal sealed record ClaimPeriod(string Text, DateOnly? Start, DateOnly? End);

/// <summary>Where it happened. A point at region or country precision is a centroid, not the place of a strike.</summary>
internal sealed record ClaimPlace(
    long Id, string? Text, string Name, string? Country, double? Lat, double? Lon, PlacePrecision Precision)
{
    public static ClaimPlace Of(Place place, string? text) =>
        new(place.Id, text, place.Name, place.Country, place.Latitude, place.Longitude, place.Precision);
}

/// <summary>The words, as a W3C TextQuoteSelector and TextPositionSelector: positions count code points, end exclusive.</summary>
/// <param name="Exact">The words; empty where they are withheld.</param>
/// <param name="Prefix">The words before them; empty where the document shows no others than those of its claims.</param>
/// <param name="Suffix">The words behind them; empty where the document shows no others than those of its claims.</param>
internal sealed record ClaimQuote(string Exact, string Prefix, string Suffix, int Start, int End);

/// <summary>The statement the claim stands in.</summary>
internal sealed record ClaimStatement(long Id, StatementKind Kind);

/// <summary>Where to go on from a claim.</summary>
internal sealed record ClaimLinks(string Self, string Text)
{
    public static ClaimLinks Of(ClaimState claim) =>
        new(Queries.Links.To("claims", claim.Id), $"/documents/{claim.DocumentId}#char={claim.Start},{claim.End}");
}
