using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CasualtyApi.Tests.Contract;

/// <summary>An operation of the OpenAPI document.</summary>
internal sealed record ContractOperation(string Method, string Path, JsonObject Json)
{
    private readonly Regex pattern = new($"^{Regex.Replace(Path, @"\{[^}]+\}", "[^/]+")}/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public string Id => (string)Json["operationId"]!;

    /// <summary>How many parts of the path may be anything; of several that match, the operation with the fewest is meant.</summary>
    public int Open => Path.Count(letter => letter == '{');

    public IEnumerable<JsonObject> Parameters => Json["parameters"]?.AsArray().Select(parameter => parameter!.AsObject()) ?? [];

    public bool IsAt(string path) => pattern.IsMatch(path);

    public override string ToString() => $"{Method} {Path}";

    public static IReadOnlyList<ContractOperation> In(JsonNode document) =>
    [
        .. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation =>
            new ContractOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()))),
    ];
}
