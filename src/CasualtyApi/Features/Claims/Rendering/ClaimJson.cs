using System.Globalization;
using System.Text;
using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store.Reading;
using CasualtyApi.Store.Search;
using static CasualtyApi.Store.Reading.ClaimCell;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>
/// Writes the claim that cells stand at as the JSON of <see cref="ClaimResponse"/>, member by member, without making one. A test
/// compares the two byte for byte.
/// </summary>
/// <param name="known">The claims of the same moment, where they are held: they know who claims what without a query.</param>
/// <param name="terms">The words looked for, which each claim then shows where they were found; null where none are.</param>
internal sealed class ClaimJson(ClaimCells cells, ClaimNames.NamesInView names, HeldClaims? known = null, SearchTerms? terms = null)
{
    public static readonly JsonWriterOptions Written = new() { Encoder = ApiJson.Options.Encoder, SkipValidation = true };

    private readonly List<long> _claimants = [], _relay = [];

    public void Write(Utf8JsonWriter json, IEnumerable<long> ids)
    {
        try
        {
            foreach (var id in ids)
            {
                if (cells.Find(id)) WriteFound(json, id);
            }
        }
        finally
        {
            cells.Release();
        }
    }

    /// <summary>The claim that the cells stand at.</summary>
    public void WriteFound(Utf8JsonWriter json, long id)
    {
        if (known is null) cells.Claimants(id, _claimants);
        else known.Claimants((int)id, _claimants);
        cells.Relay(cells.Number(StatementId), _relay);
        json.WriteStartObject();
        json.WriteNumber("id"u8, id);
        Text(json, "category"u8, Category);
        Raw(json, "mixedOf"u8, MixedOf);
        Text(json, "cause"u8, Cause);
        WriteCount(json);
        WriteParty(json, "party"u8, PartyId, PartyText);
        if (cells.IsNull(BlamedId)) json.WriteNull("blamed"u8);
        else WriteParty(json, "blamed"u8, BlamedId, BlamedText);
        WriteVoices(json);
        Text(json, "certainty"u8, Certainty);
        Text(json, "scope"u8, Scope);
        WritePeriod(json);
        WritePlace(json);
        WriteQuote(json);
        json.WriteStartObject("statement"u8);
        Number(json, "id"u8, StatementId);
        Text(json, "kind"u8, StatementKind);
        json.WriteEndObject();
        WriteDocument(json);
        Number(json, "repeats"u8, RepeatsClaimId);
        Number(json, "partOf"u8, PartOfClaimId);
        Number(json, "updates"u8, UpdatesClaimId);
        Number(json, "disputes"u8, DisputesClaimId);
        Text(json, "status"u8, Status);
        Number(json, "supersededBy"u8, SupersededById);
        Number(json, "credibility"u8, Credibility);
        Raw(json, "rules"u8, Rules);
        Text(json, "extractor"u8, Extractor);
        Number(json, "revision"u8, Revision);
        Instant.Write(json, "receivedAt"u8, Instant.Of(cells.Number(ReceivedAt)));
        Instant.Write(json, "updatedAt"u8, Instant.Of(cells.Number(UpdatedAt)));
        WriteCitation(json, id);
        if (terms is not null) WriteHighlights(json);
        json.WriteEndObject();
    }

    private void WriteCount(Utf8JsonWriter json)
    {
        json.WriteStartObject("count"u8);
        Text(json, "text"u8, CountText);
        Text(json, "relation"u8, Relation);
        Number(json, "low"u8, Low);
        Number(json, "high"u8, High);
        json.WriteEndObject();
    }

    private void WriteParty(Utf8JsonWriter json, ReadOnlySpan<byte> name, ClaimCell id, ClaimCell words)
    {
        var party = names.Party(cells.Number(id));
        json.WriteStartObject(name);
        Number(json, "id"u8, id);
        Text(json, "text"u8, words);
        json.WriteString("name"u8, party.Name);
        json.WriteString("country"u8, party.Country);
        json.WriteString("kind"u8, party.Kind);
        json.WriteEndObject();
    }

    private void WriteVoices(Utf8JsonWriter json)
    {
        var publisher = cells.NumberOrNull(DocumentPublisherId);
        json.WritePropertyName("claimant"u8);
        if (_claimants.Count == 0) json.WriteNullValue();
        else json.WriteRawValue(names.Source(_claimants[0]).Reference, skipInputValidation: true);
        json.WriteStartArray("alsoClaimants"u8);
        for (var index = 1; index < _claimants.Count; index++) json.WriteRawValue(names.Source(_claimants[index]).Reference, skipInputValidation: true);
        json.WriteEndArray();
        json.WritePropertyName("originator"u8);
        if (_claimants.Count > 0) json.WriteRawValue(names.Source(_claimants[0]).Originator, skipInputValidation: true);
        else if (publisher is { } id) json.WriteRawValue(names.Source(id).Named, skipInputValidation: true);
        else json.WriteNullValue();
        json.WriteStartArray("relay"u8);
        foreach (var hop in _relay) json.WriteRawValue(names.Source(hop).Named, skipInputValidation: true);
        json.WriteEndArray();
    }

    private void WritePeriod(Utf8JsonWriter json)
    {
        if (cells.IsNull(PeriodText))
        {
            json.WriteNull("period"u8);
            return;
        }

        json.WriteStartObject("period"u8);
        Text(json, "text"u8, PeriodText);
        Text(json, "start"u8, PeriodStart);
        Text(json, "end"u8, PeriodEnd);
        json.WriteEndObject();
    }

    private void WritePlace(Utf8JsonWriter json)
    {
        if (cells.IsNull(PlaceId))
        {
            json.WriteNull("place"u8);
            return;
        }

        var place = names.Place(cells.Number(PlaceId));
        json.WriteStartObject("place"u8);
        Number(json, "id"u8, PlaceId);
        Text(json, "text"u8, PlaceText);
        json.WriteString("name"u8, place.Name);
        json.WriteString("country"u8, place.Country);
        Degrees(json, "lat"u8, place.Latitude);
        Degrees(json, "lon"u8, place.Longitude);
        json.WriteString("precision"u8, place.Precision);
        json.WriteEndObject();
    }

    private void WriteQuote(Utf8JsonWriter json)
    {
        json.WriteStartObject("quote"u8);
        json.WriteString("exact"u8, cells.Text(ClaimCell.Text));
        json.WriteString("prefix"u8, cells.Text(Prefix));
        json.WriteString("suffix"u8, cells.Text(Suffix));
        Number(json, "start"u8, SpanStart);
        Number(json, "end"u8, SpanEnd);
        json.WriteEndObject();
    }

    private void WriteDocument(Utf8JsonWriter json)
    {
        json.WriteStartObject("document"u8);
        Number(json, "id"u8, DocumentId);
        Text(json, "title"u8, DocumentTitle);
        Text(json, "label"u8, cells.IsNull(DocumentTitle) ? DocumentOpening : DocumentTitle);
        json.WritePropertyName("publisher"u8);
        if (cells.IsNull(DocumentPublisherId)) json.WriteNullValue();
        else json.WriteRawValue(names.Source(cells.Number(DocumentPublisherId)).Named, skipInputValidation: true);
        Text(json, "publishedAt"u8, DocumentPublishedAt);
        Text(json, "url"u8, DocumentUrl);
        json.WriteEndObject();
    }

    private void WriteCitation(Utf8JsonWriter json, long id)
    {
        var (document, start, end) = (cells.Number(DocumentId), (int)cells.Number(SpanStart), (int)cells.Number(SpanEnd));
        json.WriteString("cite"u8, ClaimCitation.Of(
            id, cells.Number(Since), start, end, _claimants.Count == 0 ? null : names.Source(_claimants[0]).Name, document,
            cells.IsNull(DocumentTitle) ? null : Encoding.UTF8.GetString(cells.Text(DocumentTitle))));
        json.WriteStartObject("links"u8);
        json.WriteString("self"u8, Links.To("claims", id));
        json.WriteString("text"u8, string.Create(CultureInfo.InvariantCulture, $"/documents/{document}#char={start},{end}"));
        json.WriteEndObject();
    }

    private void WriteHighlights(Utf8JsonWriter json)
    {
        var statement = cells.Statement(cells.Number(StatementId));
        var quote = Encoding.UTF8.GetString(cells.Text(ClaimCell.Text));
        json.WritePropertyName("highlight"u8);
        JsonSerializer.Serialize(json, ClaimHighlights.Of(terms!, statement, quote, _claimants.Select(id => names.Source(id).Name)), ApiJson.Options);
    }

    private static void Degrees(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? degrees)
    {
        if (degrees is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    private void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, ClaimCell cell)
    {
        if (cells.IsNull(cell)) json.WriteNull(name);
        else json.WriteString(name, cells.Text(cell));
    }

    private void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, ClaimCell cell)
    {
        if (cells.IsNull(cell)) json.WriteNull(name);
        else json.WriteNumber(name, cells.Number(cell));
    }

    /// <summary>A list of words that the store holds as JSON; escapes in it may be others than this API's.</summary>
    private void Raw(Utf8JsonWriter json, ReadOnlySpan<byte> name, ClaimCell cell)
    {
        var list = cells.Text(cell);
        json.WritePropertyName(name);
        if (!list.Contains((byte)'\\')) json.WriteRawValue(list, skipInputValidation: true);
        else JsonSerializer.Serialize(json, JsonSerializer.Deserialize<List<string>>(list, ApiJson.Options), ApiJson.Options);
    }
}
