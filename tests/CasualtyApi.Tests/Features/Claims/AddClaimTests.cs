using System.Text.Json.Nodes;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Claims;

public sealed class AddClaimTests(Service service) : IClassFixture<Service>
{
    /// <summary>Statement 4 of the seed, in which John Kirby speaks of staggering figures.</summary>
    private const string Draft = """
        {
          "statement": { "id": 4 },
          "quote": { "exact": "staggering casualty figures", "start": 844, "end": 871 },
          "category": "killed-or-injured",
          "count": { "text": "staggering", "relation": "unquantified" },
          "party": { "name": "North Korea", "country": "KP", "kind": "military", "text": "North Korean troops" },
          "claimant": { "id": 3 }
        }
        """;

    [Fact]
    public async Task A_claim_by_hand_is_a_candidate_of_its_own_and_its_words_are_the_documents()
    {
        var position = await service.PositionAsync();
        var draft = With("place", """{ "name": "Sudzha", "country": "RU", "precision": "city", "lat": 51.19, "lon": 35.27 }""").Replace("844", "878").Replace("871", "931")
            .Replace("staggering casualty figures", "more than 1,000 North Korean troops killed or wounded");
        using var answer = await service.WriteAsync(HttpMethod.Post, "/api/v1/claims", draft, await service.KeyAsync(Role.Contributor));
        var same = await Service.ReadAsync(answer, 409);
        Assert.Contains("Claim 3 says the same in the same words", same.Detail(), StringComparison.Ordinal);
        Assert.Equal(position, await service.PositionAsync());

        using var made = await service.WriteAsync(HttpMethod.Post, "/api/v1/claims", Draft, await service.KeyAsync(Role.Contributor));
        var claim = await Service.ReadAsync(made, 201);
        Assert.Equal($"/api/v1/claims/{claim.Id()}", made.Headers.Location!.ToString());
        Assert.Equal($"{position + 1}", made.Headers.GetValues("Ledger-Position").Single());
        Assert.Equal(("candidate", "aggering", 1), (claim.Text("status"), claim.GetProperty("quote").Text("exact")[2..10], claim.GetProperty("revision").GetInt32()));
        Assert.Equal("[]", claim.GetProperty("rules").GetRawText());
        Assert.Equal(made.Headers.ETag!.ToString(), await service.TagAsync($"claims/{claim.Id()}"));

        var change = (await service.GetAsync($"/api/v1/changes?after={position}")).GetProperty("items")[0];
        Assert.Equal(("created", "claim"), (change.Text("kind"), change.Text("record")));
        Assert.StartsWith("key:", change.Text("actor"), StringComparison.Ordinal);
        Assert.Equal(claim.Id(), (await service.GetAsync("/api/v1/claims?q=staggering&statement=4&sort=-id&limit=1")).GetProperty("items")[0].Id());
    }

    [Theory]
    [InlineData("quote", """{ "exact": "staggering casualty figure", "start": 844, "end": 871 }""", 422, "words-differ", "There stands “staggering casualty figures”. What was sent stands at 844–870.")]
    [InlineData("quote", """{ "exact": "staggering casualty figurez", "start": 844, "end": 871 }""", 422, "words-differ", "They differ first at character 27: 'z' (U+007A) was sent, and 's' (U+0073) stands there.")]
    [InlineData("quote", """{ "exact": "staggering casualty figures", "start": 843, "end": 870 }""", 422, "words-differ", "What was sent stands at 844–871.")]
    [InlineData("quote", """{ "exact": "staggering", "start": 99999, "end": 100009 }""", 422, "span-outside", "lies outside the document, which has")]
    [InlineData("quote", """{ "exact": "staggering", "start": 854, "end": 844 }""", 422, "span-outside", "lies outside")]
    [InlineData("quote", """{ "exact": "significant losses", "start": 24, "end": 42 }""", 422, "words-differ", "does not lie inside statement 4")]
    [InlineData("quote", """{ "exact": "", "start": 844, "end": 844 }""", 400, "bad-value", "is empty")]
    [InlineData("count", """{ "text": "a dozen", "relation": "unquantified" }""", 422, "words-differ", "'count.text' does not stand in document 1")]
    [InlineData("statement", """{ "id": 999 }""", 422, "unknown-reference", "names statement 999, which does not exist")]
    [InlineData("claimant", """{ "id": 999 }""", 422, "unknown-reference", "names source 999")]
    [InlineData("count", """{ "relation": "exactly", "low": 3 }""", 400, "bad-value", "'low' and 'high' are the same number")]
    [InlineData("count", """{ "relation": "between", "low": 30, "high": 3 }""", 400, "bad-value", "the lower first")]
    [InlineData("count", """{ "relation": "at-least", "low": -1 }""", 400, "bad-value", "goes from 0")]
    [InlineData("category", "\"mixed\"", 400, "bad-value", "two or more different categories")]
    [InlineData("category", "\"dead\"", 400, "bad-value", "displaced")]
    [InlineData("mixedOf", "[\"killed\"]", 400, "bad-value", "two or more different categories")]
    [InlineData("party", """{ "name": " ", "kind": "military" }""", 400, "bad-value", "is blank")]
    [InlineData("party", """{ "name": "North Korea", "kind": "military", "country": "XX" }""", 400, "bad-value", "no country code")]
    [InlineData("place", """{ "name": "Kursk", "precision": "city", "lat": 51 }""", 400, "bad-value", "or neither")]
    [InlineData("period", """{ "text": "the recent week", "start": "2025-02-01", "end": "2025-01-01" }""", 400, "bad-value", "starts after its end")]
    [InlineData("period", """{ "text": "the recent week", "start": "yesterday" }""", 400, "bad-value", "YYYY-MM-DD")]
    [InlineData("alsoClaimants", """[{ "id": 3 }]""", 400, "bad-value", "somebody twice")]
    [InlineData("reason", "\" \"", 400, "bad-value", "is blank")]
    [InlineData("repeats", "2", 422, "link-not-possible", "claim 2 has another count")]
    [InlineData("repeats", "3", 422, "link-not-possible", "claim 3 only repeats claim 2: link to that one")]
    [InlineData("updates", "999", 422, "link-not-possible", "there is no claim 999")]
    [InlineData("disputes", "2", 422, "link-not-possible", "only a claim whose certainty is 'denied'")]
    [InlineData("credibility", "3", 400, "unknown-member", "credibility")]
    public async Task What_cannot_be_is_refused_with_its_own_problem_and_leaves_nothing_behind(string member, string value, int status, string slug, string says)
    {
        var position = await service.PositionAsync();
        using var answer = await service.WriteAsync(HttpMethod.Post, "/api/v1/claims", With(member, value), await service.KeyAsync(Role.Contributor));
        var problem = await Service.ReadAsync(answer, status);

        Assert.Equal(slug, problem.Slug());
        Assert.Contains(says, problem.Detail(), StringComparison.Ordinal);
        Assert.Equal(position, await service.PositionAsync());
    }

    [Fact]
    public async Task Who_claims_it_is_said_and_never_guessed()
    {
        var draft = JsonNode.Parse(Draft)!.AsObject();
        draft.Remove("claimant");
        using var answer = await service.WriteAsync(HttpMethod.Post, "/api/v1/claims", draft.ToJsonString(), await service.KeyAsync(Role.Contributor));

        Assert.Equal("is missing.", (await Service.ReadAsync(answer, 400)).Error("claimant"));
    }

    private static string With(string member, string value)
    {
        var draft = JsonNode.Parse(Draft)!.AsObject();
        draft[member] = JsonNode.Parse(value);
        return draft.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
