using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace CasualtyApi.Tests.Contract;

/// <summary>
/// The schemas of an OpenAPI document, to hold answers against. The validator knows the words of JSON Schema below and passes over
/// all others, so a document with any other word is refused (docs/decisions/0070).
/// </summary>
internal sealed class ContractSchemas(JsonNode components)
{
    private static readonly HashSet<string> Held =
    [
        "$ref", "type", "format", "enum", "required", "properties", "additionalProperties", "items", "oneOf", "anyOf", "allOf",
        "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern",
    ];

    private static readonly HashSet<string> Said = ["description", "title", "default", "example", "examples", "contentMediaType", "contentSchema"];

    private readonly string definitions = components.ToJsonString();
    private readonly ConcurrentDictionary<string, JsonSchema> compiled = new(StringComparer.Ordinal);

    /// <summary>What is wrong with an answer; empty for a good one.</summary>
    public IEnumerable<string> Faults(JsonNode schema, string json) =>
        compiled.GetOrAdd(schema.ToJsonString(), Compile).Validate(json).Select(error => error.ToString());

    /// <summary>The words of a schema that nobody here would hold an answer to.</summary>
    public static IEnumerable<string> Unheld(JsonNode? schema) => schema switch
    {
        JsonObject members => members.SelectMany(member => member.Key switch
        {
            "properties" => member.Value!.AsObject().SelectMany(property => Unheld(property.Value)),
            "items" or "oneOf" or "anyOf" or "allOf" or "additionalProperties" or "contentSchema" => Unheld(member.Value),
            _ => Held.Contains(member.Key) || Said.Contains(member.Key) ? [] : new[] { member.Key },
        }),
        JsonArray items => items.SelectMany(Unheld),
        _ => [],
    };

    private JsonSchema Compile(string schema)
    {
        Assert.Empty(Unheld(JsonNode.Parse(schema)));
        var whole = $$"""{"definitions":{{definitions}},"allOf":[{{schema}}]}""".Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return JsonSchema.FromJsonAsync(whole).GetAwaiter().GetResult();
    }
}
