using System.Globalization;
using System.Text.Json.Nodes;
using CasualtyApi.Extraction;
using CasualtyApi.Ingest;
using CasualtyApi.Tests.Contract;

namespace CasualtyApi.Tests.Features.Documents;

/// <summary>A word that stands nowhere else is looked for in every answer there is, generated from the OpenAPI document: a new way out cannot be forgotten.</summary>
public sealed class VisibilityTests(Service service) : IClassFixture<Service>
{
    private const string Needle = "zorblatt";

    /// <summary>In the words of the document and in no other: 0 is around, 1 in a claim or statement.</summary>
    private const string Text =
        "Zorblatt0 was quiet. On zorblatt1day, zorblatt1 officials said zorblatt1many zorblatt1folk were killed by the zorblatt1army in zorblatt1ville. Zorblatt0 was quiet again.";

    private static readonly string[] Forms = ["", "&format=csv", "&format=ndjson", "&format=geojson", "&format=jsonld", "&q=zorblatt1many", "&q=zorblatt0", "&q=officials", "&q=officials&fields=highlight", "&limit=500", "&fields=document"];

    [Fact]
    public async Task Words_that_are_not_shown_are_in_no_answer_and_come_back_when_they_are()
    {
        var document = await KeepAsync();
        var shown = await service.PositionAsync();
        Assert.NotEmpty(await FoundAsync(document, $"{Needle}0", shown));
        Assert.True((await FoundAsync(document, $"{Needle}1", shown)).Count > 5);

        await service.CorrectAsync($"documents/{document}", """{"visibility":"spans-only","reason":"Its publisher asked for it."}""");
        Assert.Empty(await FoundAsync(document, $"{Needle}0", shown));
        Assert.True((await FoundAsync(document, $"{Needle}1", shown)).Count > 5, "The words of claims may be shown.");

        await service.CorrectAsync($"documents/{document}", """{"visibility":"withheld","reason":"It names a child."}""");
        Assert.Empty(await FoundAsync(document, Needle, shown));
        using var text = await service.SendAsync(HttpMethod.Get, $"{Review.Api}documents/{document}/text");
        Assert.Equal(403, (int)text.StatusCode);

        await service.CorrectAsync($"documents/{document}", """{"visibility":"public","reason":"It names nobody."}""");
        Assert.NotEmpty(await FoundAsync(document, $"{Needle}0", shown));
        Assert.Equal(Text, await service.Client.GetStringAsync($"{Review.Api}documents/{document}/text"));
        Assert.True((await service.GetAsync($"{Review.Api}claims?q=zorblatt1many")).GetProperty("items").GetArrayLength() > 0);
    }

    [Theory]
    [InlineData("claims?")]
    [InlineData("claims?format=csv&")]
    [InlineData("statements?")]
    [InlineData("comparisons?")]
    public async Task An_earlier_moment_that_shows_less_now_is_another_answer(string list)
    {
        var document = await KeepAsync();
        var position = await service.PositionAsync();
        var address = string.Create(CultureInfo.InvariantCulture, $"{Review.Api}{list}asOf={position}&document={document}");
        using var shown = await service.SendAsync(HttpMethod.Get, address);

        await service.CorrectAsync($"documents/{document}", """{"visibility":"withheld","reason":"It names a child."}""");
        using var asked = await service.SendAsync(HttpMethod.Get, address, ("If-None-Match", shown.Headers.ETag!.ToString()));

        await service.CorrectAsync($"documents/{document}", """{"visibility":"public","reason":"It names nobody."}""");

        Assert.Equal(200, (int)asked.StatusCode);
        Assert.NotEqual(shown.Headers.ETag, asked.Headers.ETag);
        Assert.DoesNotContain(Needle, await asked.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The addresses whose answers hold the word.</summary>
    private async Task<List<string>> FoundAsync(long document, string word, long earlier)
    {
        var contract = JsonNode.Parse(await service.Client.GetStringAsync("/openapi/v1.json"))!;
        var claim = (await service.GetAsync($"{Review.Api}claims?document={document}&status=any&fields=id")).GetProperty("items")[0].Id();
        var statement = (await service.GetAsync($"{Review.Api}statements?document={document}&fields=id")).GetProperty("items")[0].Id();
        var found = new List<string>();
        foreach (var operation in ContractOperation.In(contract).Where(one => one.Method == "GET" && !one.Path.EndsWith("/stream", StringComparison.Ordinal)))
        {
            var id = operation.Path.Contains("/documents/", StringComparison.Ordinal) ? document : operation.Path.Contains("/claims/", StringComparison.Ordinal) ? claim : statement;
            var address = operation.Path.Contains("{id}", StringComparison.Ordinal) ? operation.Address("id", id.ToString(CultureInfo.InvariantCulture)) : operation.Address();
            foreach (var form in Forms.Concat([string.Create(CultureInfo.InvariantCulture, $"&asOf={earlier}"), string.Create(CultureInfo.InvariantCulture, $"&asOf={earlier}&q=officials")]))
            {
                // What an operation does not take, it refuses; that holds no words but those that were sent.
                using var answer = await service.SendAsync(HttpMethod.Get, $"{address}{(form.Length > 0 ? "?" + form[1..] : "")}");
                var said = (await answer.Content.ReadAsStringAsync()).Replace("q=zorblatt0", "", StringComparison.Ordinal).Replace("q=zorblatt1many", "", StringComparison.Ordinal);
                if (answer.IsSuccessStatusCode && said.Contains(word, StringComparison.OrdinalIgnoreCase)) found.Add(address + form);
            }
        }

        return found;
    }

    private Task<long> KeepAsync() => service.KeepAsync(new Article(Text, "post", PublishedAt: new DateOnly(2025, 1, 8)), new HandReading(Text)
        .Says(new SourceReading("Officials", SourceKind.Unnamed), "On zorblatt1day, zorblatt1 officials said zorblatt1many zorblatt1folk were killed by the zorblatt1army in zorblatt1ville.")
        .Counts("zorblatt1many zorblatt1folk were killed by the zorblatt1army in zorblatt1ville", new PartyReading("zorblatt1folk", "People", null, PartyKind.People), 5, claim => claim with
        {
            Count = new CountReading("zorblatt1many", CountRelation.Exactly, 5, 5),
            Blamed = new PartyReading("zorblatt1army", "Army", null, PartyKind.Military),
            Place = new PlaceReading("zorblatt1ville", "Tavira", "PT", 37.1, -7.6, PlacePrecision.City),
            Period = new PeriodReading("zorblatt1day", null, null),
        }).Reading);
}
