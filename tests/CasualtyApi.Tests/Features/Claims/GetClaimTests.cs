using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Features.Claims;

public sealed class GetClaimTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task A_claim_has_the_shape_of_the_contract()
    {
        var claim = await service.GetAsync("/api/v1/claims/3");

        Assert.Equal(
            [
                "id", "category", "mixedOf", "cause", "count", "party", "blamed", "claimant", "alsoClaimants", "originator", "relay",
                "certainty", "scope", "period", "place", "quote", "statement", "document", "repeats", "partOf", "updates", "disputes",
                "status", "supersededBy", "credibility", "rules", "extractor", "revision", "receivedAt", "updatedAt", "cite", "links",
            ],
            claim.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"text":"more than 1,000","relation":"more-than","low":1000,"high":null}""", claim.GetProperty("count").GetRawText());
        Assert.Equal(
            """{"id":1,"text":"North Korean troops","name":"North Korea","country":"KP","kind":"military"}""", claim.GetProperty("party").GetRawText());
        Assert.Equal(
            """{"id":3,"name":"John Kirby","kind":"person","role":"White House national security spokesperson","country":"US"}""",
            claim.GetProperty("claimant").GetRawText());
        Assert.Equal("""{"id":2,"name":"United States government"}""", claim.GetProperty("originator").GetRawText());
        Assert.Equal(
            """{"exact":"more than 1,000 North Korean troops killed or wounded","prefix":"aggering casualty figures, with ","suffix":". The situation reflects broader","start":878,"end":931}""",
            claim.GetProperty("quote").GetRawText());
        Assert.Equal("""{"id":4,"kind":"reported"}""", claim.GetProperty("statement").GetRawText());
        Assert.Equal(
            """{"id":1,"title":null,"label":"Recent reports indicate significant losses among North","publisher":null,"publishedAt":null,"url":null}""",
            claim.GetProperty("document").GetRawText());
        Assert.Equal("""{"text":"the recent week","start":null,"end":null}""", claim.GetProperty("period").GetRawText());
        Assert.Equal(2, claim.GetProperty("repeats").GetInt32());
        Assert.Equal("""{"self":"/api/v1/claims/3","text":"/documents/1#char=878,931"}""", claim.GetProperty("links").GetRawText());
        Assert.StartsWith("John Kirby, quoted in document 1, characters 878–931, CasualtyApi claim 3, position ", claim.GetProperty("cite").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spans_count_code_points_not_utf16_units()
    {
        const string Text = "🕊️ 𝔘kraine: “👩‍🚒 three soldiers were killed.”";
        var document = await service.KeepAsync(
            new(Text, "post"),
            new HandReading(Text).Says(null, Text).Counts("three soldiers were killed", new("soldiers", "Ukraine", "UA", PartyKind.Military), 3).Reading);

        var claim = (await service.GetAsync($"/api/v1/claims?document={document}")).GetProperty("items")[0];
        var quote = claim.GetProperty("quote");
        var points = (await service.Client.GetStringAsync($"/api/v1/documents/{document}/text")).EnumerateRunes().ToList();
        var (start, end) = (quote.GetProperty("start").GetInt32(), quote.GetProperty("end").GetInt32());

        Assert.Equal("three soldiers were killed", string.Concat(points[start..end]));
        Assert.Equal(Text, string.Concat(points));
    }

    [Fact]
    public async Task A_claim_of_the_documents_own_voice_has_no_claimant_and_originates_from_the_publisher()
    {
        const string Text = "In its own voice: two soldiers were killed.";
        var document = await service.KeepAsync(
            new Article(Text, "post", "A title", "https://example.org/1", "The Example", new DateOnly(2025, 1, 8)),
            new HandReading(Text).Says(null, Text).Counts("two soldiers were killed", new("soldiers", "Ukraine", "UA", PartyKind.Military), 2).Reading);

        var claim = (await service.GetAsync($"/api/v1/claims?document={document}")).GetProperty("items")[0];

        Assert.Equal("null", claim.GetProperty("claimant").GetRawText());
        Assert.Equal("The Example", claim.GetProperty("originator").GetProperty("name").GetString());
        Assert.Equal("A title", claim.GetProperty("document").GetProperty("label").GetString());
        Assert.StartsWith($"In “A title” (document {document}), characters ", claim.GetProperty("cite").GetString(), StringComparison.Ordinal);
    }
}
