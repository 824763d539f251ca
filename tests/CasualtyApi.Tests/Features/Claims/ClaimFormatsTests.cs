using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.VisualBasic.FileIO;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace CasualtyApi.Tests.Features.Claims;

public sealed class ClaimFormatsTests(SampledService service) : IClassFixture<SampledService>
{
    private const string Columns = "id,category,mixed_of,cause,count_text,relation,low,high,party,party_country,party_kind,claimant,originator,voice,"
        + "certainty,scope,period_text,period_start,period_end,place,place_country,lat,lon,quote,start,end,document_id,document_title,url,published_at,"
        + "status,credibility,repeats,part_of,updates,disputes,updated_at";

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    [Fact]
    public async Task Csv_has_the_fixed_columns_and_every_claim()
    {
        var rows = Rows(await TextAsync("format=csv", "text/csv"));

        Assert.Equal(Columns.Split(','), rows[0]);
        Assert.Equal(11, rows.Count);
        Assert.All(rows, row => Assert.Equal(37, row.Length));
        Assert.Equal(
            ["7", "killed", "", "", "", "exactly", "12", "12", "Ukraine", "UA", "military", "Defence Ministry", "Ukraine government", "reported", "stated", "incident",
                "this week", "2025-01-08", "2025-01-09", "Odesa", "UA", "46.4775", "30.7326", "12 soldiers"],
            rows[7][..24]);
        Assert.Equal("Odesa, \"again\"", rows[7][27]);
    }

    [Fact]
    public async Task Csv_runs_nothing_in_a_spreadsheet_and_keeps_numbers()
    {
        var row = Rows(await TextAsync("format=csv&place=Taveuni", "text/csv"))[1];

        Assert.Equal("'=1+1 A doctor said 3 children", row[23]);
        Assert.Equal("-179.98", row[22]);
    }

    [Fact]
    public async Task Csv_may_have_a_row_of_hashtags()
    {
        var rows = Rows(await TextAsync("format=csv&hxl=true&limit=1", "text/csv"));

        Assert.Equal(3, rows.Count);
        Assert.All(rows[1], tag => Assert.Matches("^#[a-z]+([+][a-z_]+)*$", tag));
    }

    [Fact]
    public async Task Ndjson_is_the_list_line_by_line()
    {
        var lines = (await TextAsync("format=ndjson&sort=-low", "application/x-ndjson")).TrimEnd('\n').Split('\n');
        var items = (await service.GetAsync("/api/v1/claims?sort=-low")).GetProperty("items").EnumerateArray();

        Assert.Equal(items.Select(item => item.GetRawText()), lines);
    }

    [Fact]
    public async Task Geojson_places_what_is_known_closely_and_nothing_else()
    {
        var features = JsonSerializer.Deserialize<FeatureCollection>(await TextAsync("format=geojson", "application/geo+json"), GeoJson)!;

        Assert.Equal(10, features.Count);
        Assert.Equal([new Coordinate(30.7326, 46.4775), new Coordinate(-179.98, -16.8)],
            features.Where(feature => feature.Geometry is Point).Select(feature => feature.Geometry.Coordinate));
        Assert.Equal("Odesa", ((IAttributesTable)features[6].Attributes["place"])["name"]);
    }

    [Fact]
    public async Task Json_ld_points_at_the_words_with_both_selectors()
    {
        var graph = JsonNode.Parse(await TextAsync("format=jsonld&claimant=John Kirby", "application/ld+json"))!["@graph"]!.AsArray();
        var claim = graph[0]!;
        var target = claim["annotation"]!["hasTarget"]!;
        var quote = (await service.GetAsync("/api/v1/claims/3")).GetProperty("quote");

        Assert.Equal(2, graph.Count);
        Assert.Equal(("/api/v1/claims/3", "Claim", "John Kirby", "Person"),
            ((string)claim["@id"]!, (string)claim["@type"]!, (string)claim["author"]!["name"]!, (string)claim["author"]!["@type"]!));
        Assert.Equal("/api/v1/documents/1/text", (string)target["hasSource"]!);
        Assert.Equal(["oa:TextQuoteSelector", "oa:TextPositionSelector"], target["hasSelector"]!.AsArray().Select(selector => (string)selector!["@type"]!));
        Assert.Equal(quote.GetProperty("exact").GetString(), (string)target["hasSelector"]![0]!["exact"]!);
        Assert.Equal(quote.GetProperty("start").GetInt32(), (int)target["hasSelector"]![1]!["start"]!);
    }

    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/json;q=0.5, application/x-ndjson", "application/x-ndjson")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json;q=0, application/*", "application/x-ndjson")]
    public async Task Accept_chooses_the_form(string accept, string expected)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims", ("Accept", accept));

        Assert.Equal(expected, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task Format_wins_over_accept_and_what_nothing_meets_is_refused()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?format=csv", ("Accept", "image/png"));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);

        using var refused = await service.SendAsync(HttpMethod.Get, "/api/v1/claims", ("Accept", "image/png"));
        Assert.Equal(406, (int)refused.StatusCode);
    }

    [Theory]
    [InlineData("hxl=true", "hxl", "add 'format=csv'")]
    [InlineData("format=csv&fields=id", "fields", "goes with JSON alone")]
    [InlineData("format=xls", "format", "The values are: json, csv, ndjson, geojson, jsonld.")]
    public async Task What_does_not_go_together_is_refused(string query, string name, string says) =>
        Assert.Contains(says, (await service.GetAsync("/api/v1/claims?" + query, 400)).Error(name), StringComparison.Ordinal);

    [Fact]
    public async Task Pages_go_on_by_link_and_forms_have_validators_of_their_own()
    {
        using var first = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?format=csv&limit=6");
        var next = first.Headers.GetValues("Link").Single().Split('>')[0].TrimStart('<');
        using var second = await service.SendAsync(HttpMethod.Get, next);
        using var json = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?limit=6");

        Assert.Equal(["7", "8", "9", "10"], Rows(await second.Content.ReadAsStringAsync()).Skip(1).Select(row => row[0]));
        Assert.NotEqual(json.Headers.ETag, first.Headers.ETag);
        using var again = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?format=csv&limit=6", ("If-None-Match", first.Headers.ETag!.Tag));
        Assert.Equal(304, (int)again.StatusCode);
    }

    [Fact]
    public async Task An_empty_result_is_an_empty_document()
    {
        Assert.Equal(Columns, (await TextAsync("format=csv&category=displaced", "text/csv")).TrimEnd());
        Assert.Empty(JsonNode.Parse(await TextAsync("format=geojson&category=displaced", "application/geo+json"))!["features"]!.AsArray());
        Assert.Empty(await TextAsync("format=ndjson&category=displaced", "application/x-ndjson"));
    }

    private static List<string[]> Rows(string csv)
    {
        using var parser = new TextFieldParser(new StringReader(csv)) { TrimWhiteSpace = false, HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        var rows = new List<string[]>();
        while (!parser.EndOfData)
        {
            rows.Add(parser.ReadFields()!);
        }

        return rows;
    }

    private async Task<string> TextAsync(string query, string mediaType)
    {
        using var answer = await service.Client.GetAsync("/api/v1/claims?" + query);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.True(long.Parse(answer.Headers.GetValues("Ledger-Position").Single(), CultureInfo.InvariantCulture) > 0);
        return text;
    }
}
