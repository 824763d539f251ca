using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CasualtyApi.Tests.Contract;

/// <summary>An operation of the OpenAPI document.</summary>
internal sealed record ContractOperation(string Method, string Path, JsonObject Json)
{
    private readonly Regex pattern = new($"^{Filled(Path, Json, parameter => SpansElements(parameter) ? ".+" : "[^/]+")}/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public string Id => (string)Json["operationId"]!;

    public bool NeedsKey => Json["security"] is JsonArray { Count: > 0 };

    /// <summary>How many parts of the path may be anything; of several that match, the operation with the fewest is meant.</summary>
    public int Open => Path.Count(letter => letter == '{');

    public IEnumerable<JsonObject> Parameters => ParametersOf(Json);

    /// <summary>The path with the example of each parameter, or another word in its place.</summary>
    public string Address(string? parameter = null, string? word = null) => Filled(
        Path, Json, other => (string)other["name"]! == parameter ? word! : other["example"]!.ToString());

    public bool IsAt(string path) => pattern.IsMatch(path);

    public override string ToString() => $"{Method} {Path}";

    private static IEnumerable<JsonObject> ParametersOf(JsonObject json) => json["parameters"]?.AsArray().Select(parameter => parameter!.AsObject()) ?? [];

    private static string Filled(string path, JsonObject json, Func<JsonObject, string> value) => ParametersOf(json)
        .Where(parameter => (string)parameter["in"]! == "path")
        .Aggregate(path, (filled, parameter) => filled.Replace($"{{{parameter["name"]}}}", value(parameter), StringComparison.Ordinal));

    private static bool SpansElements(JsonObject parameter) => (bool?)parameter["x-multi-segment"] == true;

    public static IReadOnlyList<ContractOperation> In(JsonNode document) =>
    [
        .. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation =>
            new ContractOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()))),
    ];
}
