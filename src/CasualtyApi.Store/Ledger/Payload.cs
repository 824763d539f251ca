using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// The state of a record as its ledger entry holds it: everything that is known, but a document's own words only as their
/// SHA-256, so that withholding them breaks no proof. docs/database.md describes every member.
/// </summary>
internal static class Payload
{
    public static JsonObject Of(Document document)
    {
        var state = StateOf(document);

        // A member of its own, and only where there is something to say: what was written before knows nothing of it.
        if (document.ReceivedSha256 is { } hash) state["received"] = new JsonObject { ["mediaType"] = document.ReceivedType, ["sha256"] = hash };
        return state;
    }

    private static JsonObject StateOf(Document document) => new()
    {
        ["title"] = document.Title,
        ["url"] = document.Url,
        ["publisherId"] = document.PublisherId,
        ["publishedAt"] = Day(document.PublishedAt),
        ["language"] = document.Language,
        ["textSha256"] = document.Sha256,
        ["textLength"] = document.TextLength,
        ["origin"] = document.Origin,
        ["visibility"] = Kebab.Of(document.Visibility),
        ["publications"] = List(document.Publications.OrderBy(publication => publication.Ordinal), publication => new JsonObject
        {
            ["title"] = publication.Title,
            ["url"] = publication.Url,
            ["publisherId"] = publication.PublisherId,
            ["publishedAt"] = Day(publication.PublishedAt),
        }),
    };

    public static JsonObject Of(Source source) => new()
    {
        ["name"] = source.Name,
        ["kind"] = Kebab.Of(source.Kind),
        ["role"] = source.Role,
        ["affiliationId"] = source.AffiliationId,
        ["country"] = source.Country,
        ["documentId"] = source.DocumentId,
        ["reliability"] = source.Reliability,
        ["mergedIntoId"] = source.MergedIntoId,
        ["aliases"] = List(source.Aliases.OrderBy(alias => alias.Ordinal), alias => JsonValue.Create(alias.Alias)),
    };

    public static JsonObject Of(Statement statement) => new()
    {
        ["documentId"] = statement.DocumentId,
        ["kind"] = Kebab.Of(statement.Kind),
        ["start"] = statement.Start,
        ["end"] = statement.End,
        ["textSha256"] = Hash(statement.Text),
        ["speakerIds"] = List(statement.Speakers.OrderBy(speaker => speaker.Ordinal), speaker => JsonValue.Create(speaker.SourceId)),
        ["speakerTextSha256"] = Hash(statement.SpeakerText),
        ["speakerStart"] = statement.SpeakerStart,
        ["speakerEnd"] = statement.SpeakerEnd,
        ["cueSha256"] = Hash(statement.Cue),
        ["relayIds"] = List(statement.Relay.OrderBy(hop => hop.Ordinal), hop => JsonValue.Create(hop.SourceId)),
    };

    public static JsonObject Of(Claim claim, Party party, Party? blamed, Place? place) => new()
    {
        ["statementId"] = claim.StatementId,
        ["documentId"] = claim.DocumentId,
        ["start"] = claim.Start,
        ["end"] = claim.End,
        ["textSha256"] = Hash(claim.Text),
        ["category"] = Kebab.Of(claim.Category),
        ["mixedOf"] = List(claim.MixedOf, category => JsonValue.Create(Kebab.Of(category))),
        ["cause"] = claim.Cause,
        ["countTextSha256"] = Hash(claim.CountText),
        ["relation"] = Kebab.Of(claim.Relation),
        ["low"] = claim.Low,
        ["high"] = claim.High,
        ["party"] = Of(party),
        ["partyTextSha256"] = Hash(claim.PartyText),
        ["blamed"] = blamed is null ? null : Of(blamed),
        ["blamedTextSha256"] = Hash(claim.BlamedText),
        ["place"] = place is null ? null : Of(place),
        ["placeTextSha256"] = Hash(claim.PlaceText),
        ["periodTextSha256"] = Hash(claim.PeriodText),
        ["periodStart"] = Day(claim.PeriodStart),
        ["periodEnd"] = Day(claim.PeriodEnd),
        ["scope"] = Kebab.Of(claim.Scope),
        ["certainty"] = Kebab.Of(claim.Certainty),
        ["claimantIds"] = List(claim.Claimants.OrderBy(claimant => claimant.Ordinal), claimant => JsonValue.Create(claimant.SourceId)),
        ["repeatsClaimId"] = claim.RepeatsClaimId,
        ["partOfClaimId"] = claim.PartOfClaimId,
        ["updatesClaimId"] = claim.UpdatesClaimId,
        ["disputesClaimId"] = claim.DisputesClaimId,
        ["rules"] = List(claim.Rules, rule => JsonValue.Create(rule)),
        ["extractor"] = claim.Extractor,
        ["status"] = Kebab.Of(claim.Status),
        ["supersededById"] = claim.SupersededById,
        ["credibility"] = claim.Credibility,
    };

    private static JsonObject Of(Party party) => new()
    {
        ["id"] = party.Id,
        ["name"] = party.Name,
        ["country"] = party.Country,
        ["kind"] = Kebab.Of(party.Kind),
    };

    private static JsonObject Of(Place place) => new()
    {
        ["id"] = place.Id,
        ["name"] = place.Name,
        ["country"] = place.Country,
        ["latitude"] = Degrees(place.Latitude),
        ["longitude"] = Degrees(place.Longitude),
        ["precision"] = Kebab.Of(place.Precision),
    };

    private static JsonArray List<TItem>(IEnumerable<TItem> items, Func<TItem, JsonNode> json) => [.. items.Select(json)];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Hash(string? words) =>
        words is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));

    // Six decimals are a tenth of a metre, and spelled without zeros at the end and without an exponent.
    private static decimal? Degrees(double? degrees) =>
        degrees is { } known ? Math.Round((decimal)known, 6) / 1.0000000000000000000000000000m : null;
}
