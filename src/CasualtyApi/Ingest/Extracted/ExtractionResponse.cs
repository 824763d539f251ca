using CasualtyApi.Extraction;
using CasualtyCategory = CasualtyApi.Store.Terms.CasualtyCategory;
using Certainty = CasualtyApi.Store.Terms.Certainty;
using ClaimScope = CasualtyApi.Store.Terms.ClaimScope;
using CountRelation = CasualtyApi.Store.Terms.CountRelation;
using PartyKind = CasualtyApi.Store.Terms.PartyKind;
using PlacePrecision = CasualtyApi.Store.Terms.PlacePrecision;
using SourceKind = CasualtyApi.Store.Terms.SourceKind;
using StatementKind = CasualtyApi.Store.Terms.StatementKind;

namespace CasualtyApi.Ingest.Extracted;

/// <summary>What was read in one text.</summary>
/// <param name="Id">The id sent with the text.</param>
/// <param name="Extractor">The version of the engine.</param>
internal sealed record ExtractionResponse(
    string? Id, string Extractor, IReadOnlyList<ExtractedStatement> Statements, IReadOnlyList<ExtractedClaim> Claims)
{
    public static ExtractionResponse Of(string? id, Reading reading) => new(
        id, ArticleReader.Version, [.. reading.Statements.Select(ExtractedStatement.Of)], [.. reading.Claims.Select(ExtractedClaim.Of)]);
}

/// <summary>Something a source says in the text.</summary>
/// <param name="Start">Where it begins, in Unicode code points.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="SpeakerText">What the text calls the speaker there.</param>
/// <param name="SpeakerSpan">Where those words stand.</param>
/// <param name="Cue">The reporting words.</param>
/// <param name="Relay">Who passed it on, outermost first.</param>
internal sealed record ExtractedStatement(
    StatementKind Kind,
    int Start,
    int End,
    string Text,
    ExtractedSource? Speaker,
    IReadOnlyList<ExtractedSource> AlsoSpeakers,
    string? SpeakerText,
    ExtractedSpan? SpeakerSpan,
    string? Cue,
    IReadOnlyList<ExtractedName> Relay)
{
    public static ExtractedStatement Of(StatementReading statement) => new(
        Terms.Of(statement.Kind), statement.Span.Start, statement.Span.End, statement.Text,
        ExtractedSource.Of(statement.Speaker), [.. statement.AlsoSpeakers.Select(speaker => ExtractedSource.Of(speaker)!)],
        statement.SpeakerText, statement.SpeakerSpan is { } span ? new(span.Start, span.End) : null,
        statement.Cue, [.. statement.Relay.Select(hop => new ExtractedName(hop.Name))]);
}

/// <summary>A stretch of the text in code points, end exclusive.</summary>
internal sealed record ExtractedSpan(int Start, int End);

/// <summary>Who says something.</summary>
/// <param name="Affiliation">The name of the source this one speaks for.</param>
internal sealed record ExtractedSource(string Name, SourceKind Kind, string? Role, string? Country, string? Affiliation)
{
    public static ExtractedSource? Of(SourceReading? source) =>
        source is null ? null : new(source.Name, Terms.Of(source.Kind), source.Role, source.Country, source.Affiliation?.Name);
}

/// <summary>A source by name alone.</summary>
internal sealed record ExtractedName(string Name);

/// <summary>One casualty assertion.</summary>
/// <param name="Statement">The index of the statement it stands in.</param>
/// <param name="Claimant">Who claims it; null is the text's own voice.</param>
/// <param name="Repeats">The index of the claim this one says again.</param>
/// <param name="PartOf">The index of the claim whose count contains this one.</param>
/// <param name="Updates">The index of the claim this one replaces in its own words.</param>
/// <param name="Disputes">The index of the claim this one denies.</param>
/// <param name="Rules">The rules that read it; each is defined in the codebook.</param>
internal sealed record ExtractedClaim(
    int Statement,
    int Start,
    int End,
    string Text,
    CasualtyCategory Category,
    IReadOnlyList<CasualtyCategory> MixedOf,
    string? Cause,
    ExtractedCount Count,
    ExtractedParty Party,
    ExtractedParty? Blamed,
    ExtractedName? Claimant,
    IReadOnlyList<ExtractedName> AlsoClaimants,
    ExtractedPlace? Place,
    ExtractedPeriod? Period,
    ClaimScope Scope,
    Certainty Certainty,
    int? Repeats,
    int? PartOf,
    int? Updates,
    int? Disputes,
    IReadOnlyList<string> Rules)
{
    public static ExtractedClaim Of(ClaimReading claim) => new(
        claim.Statement, claim.Span.Start, claim.Span.End, claim.Text,
        Terms.Of(claim.Category), [.. claim.MixedOf.Select(Terms.Of)], claim.Cause,
        new(claim.Count.Text, Terms.Of(claim.Count.Relation), claim.Count.Low, claim.Count.High),
        ExtractedParty.Of(claim.Party)!, ExtractedParty.Of(claim.Blamed),
        claim.Claimant is null ? null : new(claim.Claimant.Name), [.. claim.AlsoClaimants.Select(claimant => new ExtractedName(claimant.Name))],
        ExtractedPlace.Of(claim.Place), claim.Period is { } period ? new(period.Text, period.Start, period.End) : null,
        Terms.Of(claim.Scope), Terms.Of(claim.Certainty), claim.Repeats, claim.PartOf, claim.Updates, claim.Disputes, claim.Rules);
}

/// <summary>A count as worded and as read.</summary>
internal sealed record ExtractedCount(string? Text, CountRelation Relation, long? Low, long? High);

/// <summary>Whom it happened to, or who did it.</summary>
internal sealed record ExtractedParty(string? Text, string Name, PartyKind Kind, string? Country)
{
    public static ExtractedParty? Of(PartyReading? party) =>
        party is null ? null : new(party.Text, party.Name, Terms.Of(party.Kind), party.Country);
}

/// <summary>Where it happened.</summary>
internal sealed record ExtractedPlace(string Text, string Name, string? Country, double? Lat, double? Lon, PlacePrecision Precision)
{
    public static ExtractedPlace? Of(PlaceReading? place) =>
        place is null ? null : new(
            place.Text, place.Name, place.Country, place.Latitude, place.Longitude, Terms.Of(place.Precision));
}

/// <summary>When it happened.</summary>
internal sealed record ExtractedPeriod(string Text, DateOnly? Start, DateOnly? End);
