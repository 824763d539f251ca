using System.Text.Json.Nodes;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Statements;

public sealed class AddStatementTests(Service service) : IClassFixture<Service>
{
    private const string Draft = """
        { "document": { "id": 1 }, "kind": "reported", "start": 0, "end": 23, "text": "Recent reports indicate", "speaker": { "id": 1 },
          "speakerText": "Recent reports", "speakerSpan": { "start": 0, "end": 14 }, "cue": "indicate", "relay": [{ "id": 4 }] }
        """;

    [Fact]
    public async Task A_statement_by_hand_can_carry_a_claim_by_hand()
    {
        var id = await service.AddAsync("statements", Draft);
        var statement = await service.GetAsync($"/api/v1/statements/{id}");
        Assert.Equal(("reported", "Recent reports", "indicate"), (statement.Text("kind"), statement.Text("speakerText"), statement.Text("cue")));
        Assert.Equal(1, (await service.GetAsync("/api/v1/statements?q=\"recent reports indicate\"&sort=-id&limit=1")).GetProperty("items").GetArrayLength());

        var claim = await service.AddAsync("claims", $$$"""
            {"statement":{"id":{{{id}}}},"quote":{"exact":"reports","start":7,"end":14},"category":"missing","count":{"relation":"unquantified"},"party":{"name":"people","kind":"people"},"claimant":{"id":1}}
            """);
        Assert.Equal(claim, (await service.GetAsync($"/api/v1/statements/{id}")).GetProperty("claims")[0].GetInt64());
        Assert.Equal("White House", (await service.GetAsync($"/api/v1/claims/{claim}")).GetProperty("relay")[0].Text("name"));
        using var again = await service.WriteAsync(HttpMethod.Post, "/api/v1/statements", Draft, await service.KeyAsync(Role.Contributor));
        Assert.Equal("already-there", (await Service.ReadAsync(again, 409)).Slug());
    }

    [Theory]
    [InlineData("text", "\"Recent reports  indicate\"", 422, "words-differ", "There stands “Recent reports indicate”")]
    [InlineData("end", "99999", 422, "span-outside", "lies outside the document")]
    [InlineData("document", """{ "id": 999 }""", 422, "unknown-reference", "names document 999")]
    [InlineData("speaker", """{ "id": 999 }""", 422, "unknown-reference", "names source 999")]
    [InlineData("speaker", "null", 400, "bad-value", "attributed to somebody")]
    [InlineData("kind", "\"narrated\"", 400, "bad-value", "own voice")]
    [InlineData("speakerSpan", "null", 400, "bad-value", "go together")]
    [InlineData("speakerSpan", """{ "start": 1, "end": 15 }""", 422, "words-differ", "'speakerText' is not what stands at characters 1–15")]
    [InlineData("cue", "\"whispered\"", 422, "words-differ", "'cue' does not stand in document 1")]
    [InlineData("relay", """[{ "id": 4 }, { "id": 4 }]""", 400, "bad-value", "twice")]
    [InlineData("text", "\"Recent \\u0000\"", 400, "bad-value", "no character")]
    [InlineData("start", "0.5", 400, "bad-value", "does not fit")]
    [InlineData("start", "\"0\"", 400, "wrong-type", "a string where a number is wanted")]
    public async Task What_cannot_be_is_refused(string member, string value, int status, string slug, string says)
    {
        var draft = JsonNode.Parse(Draft)!.AsObject();
        draft[member] = JsonNode.Parse(value);
        using var answer = await service.WriteAsync(HttpMethod.Post, "/api/v1/statements", draft.ToJsonString(), await service.KeyAsync(Role.Contributor));
        var problem = await Service.ReadAsync(answer, status);

        Assert.Equal(slug, problem.Slug());
        Assert.Contains(says, problem.Detail(), StringComparison.Ordinal);
    }
}
