using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>A claim as a person writes it: the members of a claim that are nobody else's to give, named as in its answer.</summary>
/// <param name="Statement">The statement it stands in.</param>
/// <param name="Quote">Its words, and where they stand in the document.</param>
/// <param name="Party">Whom it happened to. A party of this name, country and kind that is not known yet is added.</param>
/// <param name="Claimant">Who claims it; null is the document's own voice. Must be given, for nobody guesses it.</param>
/// <param name="MixedOf">The members of category `mixed`, at least two; else empty.</param>
/// <param name="Cause">How they came to harm, where worded.</param>
/// <param name="Blamed">Who did it, only where the words say so.</param>
/// <param name="Place">A place of this name, country, precision and coordinates that is not known yet is added.</param>
/// <param name="AlsoClaimants">Who claims it jointly, in the order named.</param>
/// <param name="Repeats">The id of the claim this one says again.</param>
/// <param name="PartOf">The id of the claim whose count contains this one.</param>
/// <param name="Updates">The id of the earlier claim this one replaces in its own words.</param>
/// <param name="Disputes">The id of the claim this one denies.</param>
/// <param name="Reason">Why it is added, for the ledger.</param>
internal sealed record ClaimDraft(
    RecordReference Statement,
    DraftQuote Quote,
    CasualtyCategory Category,
    DraftCount Count,
    DraftParty Party,
    RecordReference? Claimant,
    IReadOnlyList<CasualtyCategory>? MixedOf = null,
    string? Cause = null,
    DraftParty? Blamed = null,
    DraftPlace? Place = null,
    DraftPeriod? Period = null,
    ClaimScope Scope = ClaimScope.Unspecified,
    Certainty Certainty = Certainty.Stated,
    IReadOnlyList<RecordReference>? AlsoClaimants = null,
    long? Repeats = null,
    long? PartOf = null,
    long? Updates = null,
    long? Disputes = null,
    string? Reason = null) : IJsonRequest
{
    public static string Meaning => "A claim written by hand. Its words must be the document's at the span, character by character.";

    public static string Example => """
        {
          "statement": { "id": 4 },
          "quote": { "exact": "staggering casualty figures", "start": 844, "end": 871 },
          "category": "killed-or-injured",
          "count": { "text": "staggering", "relation": "unquantified" },
          "party": { "name": "North Korea", "country": "KP", "kind": "military" },
          "claimant": { "id": 3 },
          "scope": "period",
          "reason": "The engine left it out."
        }
        """;

    internal IReadOnlyList<long> ClaimantIds => [.. (AlsoClaimants ?? []).Prepend(Claimant).OfType<RecordReference>().Select(source => source.Id)];

    /// <summary>The words that must stand in the document, by member.</summary>
    internal IEnumerable<(string Member, string Words)> Texts => new (string Member, string? Words)[]
    {
        ("count.text", Count.Text), ("party.text", Party.Text), ("blamed.text", Blamed?.Text), ("place.text", Place?.Text), ("period.text", Period?.Text),
    }.Where(text => text.Words is not null).Select(text => (text.Member, text.Words!));

    /// <summary>A claim that is there, as it would be written.</summary>
    /// <param name="claim">Its party, blamed, place and claimants loaded.</param>
    public static ClaimDraft Of(Claim claim)
    {
        var claimants = claim.Claimants.OrderBy(claimant => claimant.Ordinal).Select(claimant => new RecordReference(claimant.SourceId)).ToList();
        return new(
            new(claim.StatementId), new(claim.Text, claim.Start, claim.End), claim.Category, new(claim.Relation, claim.CountText, claim.Low, claim.High),
            DraftParty.Of(claim.Party!, claim.PartyText), claimants.FirstOrDefault(), claim.MixedOf, claim.Cause,
            claim.Blamed is null ? null : DraftParty.Of(claim.Blamed, claim.BlamedText),
            claim.Place is null ? null : DraftPlace.Of(claim.Place, claim.PlaceText),
            claim.PeriodText is null ? null : new(claim.PeriodText, claim.PeriodStart, claim.PeriodEnd),
            claim.Scope, claim.Certainty, [.. claimants.Skip(1)],
            claim.RepeatsClaimId, claim.PartOfClaimId, claim.UpdatesClaimId, claim.DisputesClaimId);
    }
}

/// <summary>Words, and where they stand.</summary>
/// <param name="Exact">The document's text at the span, character by character.</param>
/// <param name="Start">Where it begins, in Unicode code points of the document's text.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal sealed record DraftQuote(string Exact, int Start, int End);

/// <summary>A count as worded and as read; the codebook says which ends go with which relation.</summary>
/// <param name="Text">The words, as they stand in the document.</param>
internal sealed record DraftCount(CountRelation Relation, string? Text = null, long? Low = null, long? High = null);

/// <summary>Whom it happened to, or who did it.</summary>
/// <param name="Text">The words, as they stand in the document.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
internal sealed record DraftParty(string Name, PartyKind Kind, string? Text = null, string? Country = null)
{
    public static DraftParty Of(Party party, string? text) => new(party.Name, party.Kind, text, party.Country);

    internal Party Party => new() { Name = Name, Country = Country, Kind = Kind };
}

/// <summary>Where it happened.</summary>
/// <param name="Text">The words, as they stand in the document.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Lat">WGS 84 degrees, kept to six decimals.</param>
/// <param name="Lon">WGS 84 degrees, kept to six decimals.</param>
internal sealed record DraftPlace(string Name, PlacePrecision Precision, string? Text = null, string? Country = null, double? Lat = null, double? Lon = null)
{
    public static DraftPlace Of(Place place, string? text) => new(place.Name, place.Precision, text, place.Country, place.Latitude, place.Longitude);

    internal Place Place => new() { Name = Name, Country = Country, Precision = Precision, Latitude = Lat, Longitude = Lon };
}

/// <summary>When it happened.</summary>
/// <param name="Text">The words, as they stand in the document.</param>
internal sealed record DraftPeriod(string Text, DateOnly? Start = null, DateOnly? End = null);
