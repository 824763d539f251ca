using System.Text.Json;
using System.Text.Json.Nodes;

namespace CasualtyApi.Tests.Contract;

/// <summary>What others make of the OpenAPI document: two linters, and a TypeScript client generated from it.</summary>
[Collection(SeededService.Name)]
public sealed class DocumentLintTests(Service service, NodeTools tools) : IClassFixture<NodeTools>
{
    [NodeFact]
    public async Task Spectral_and_its_owasp_rules_find_nothing()
    {
        await WriteDocumentAsync();

        var found = await tools.RunAsync(
            "node_modules/@stoplight/spectral-cli/dist/index.js", "lint", "v1.json", "--ruleset", "spectral.yaml", "--format", "json", "--fail-severity", "hint", "--quiet");

        Assert.Empty(JsonNode.Parse(found)!.AsArray());
    }

    [NodeFact]
    public async Task Redocly_finds_nothing()
    {
        await WriteDocumentAsync();

        var found = await tools.RunAsync("node_modules/@redocly/cli/bin/cli.js", "lint", "v1.json", "--config", "redocly.yaml", "--format", "json");

        var totals = JsonNode.Parse(found[found.IndexOf('{', StringComparison.Ordinal)..])!["totals"]!;
        Assert.Equal((0, 0), ((int)totals["errors"]!, (int)totals["warnings"]!));
    }

    [NodeFact]
    public async Task A_generated_typescript_client_compiles()
    {
        await WriteDocumentAsync();

        await tools.RunAsync("node_modules/openapi-typescript/bin/cli.js", "v1.json", "--output", "v1.ts");
        await tools.RunAsync("node_modules/typescript/bin/tsc", "--project", "tsconfig.json");
    }

    [NodeFact]
    public async Task Json_ld_means_the_same_to_a_foreign_processor()
    {
        tools.Write("claims.jsonld", await service.Client.GetStringAsync("/api/v1/claims?format=jsonld"));

        var expanded = JsonNode.Parse(await tools.RunAsync("expand.mjs", "claims.jsonld"))!.AsArray();

        Assert.Equal(6, expanded.Count);
        foreach (var node in expanded)
        {
            var id = ((string)node!["@id"]!).Split('/')[^1];
            var quote = (await service.GetAsync($"/api/v1/claims/{id}")).GetProperty("quote");
            var target = node["@reverse"]!["http://www.w3.org/ns/oa#hasBody"]![0]!["http://www.w3.org/ns/oa#hasTarget"]![0]!;
            var selectors = target["http://www.w3.org/ns/oa#hasSelector"]!.AsArray();
            Assert.Equal("https://schema.org/Claim", (string)node["@type"]![0]!);
            Assert.EndsWith("/api/v1/documents/1/text", (string)target["http://www.w3.org/ns/oa#hasSource"]![0]!["@id"]!, StringComparison.Ordinal);
            Assert.Equal(quote.GetProperty("exact").GetString(), (string?)Value(selectors, "TextQuoteSelector", "exact"));
            Assert.Equal(quote.GetProperty("start").GetInt32(), (int)Value(selectors, "TextPositionSelector", "start"));
            Assert.Equal(quote.GetProperty("end").GetInt32(), (int)Value(selectors, "TextPositionSelector", "end"));
        }
    }

    private static JsonNode Value(JsonArray selectors, string type, string member) =>
        selectors.Single(selector => (string)selector!["@type"]![0]! == "http://www.w3.org/ns/oa#" + type)!["http://www.w3.org/ns/oa#" + member]![0]!["@value"]!;

    private async Task WriteDocumentAsync()
    {
        var document = await service.GetAsync("/openapi/v1.json");
        tools.Write("v1.json", JsonSerializer.Serialize(document));
    }
}
