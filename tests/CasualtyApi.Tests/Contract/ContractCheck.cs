using System.Globalization;
using System.Text.Json.Nodes;

namespace CasualtyApi.Tests.Contract;

/// <summary>An answer as it was sent, its coding taken off.</summary>
internal sealed record SentAnswer(string Method, string Path, bool PicksFields, int Status, string? MediaType, ISet<string> Headers, string Body);

/// <summary>Whether an answer is one the OpenAPI document foresees.</summary>
internal sealed class ContractCheck(JsonNode document)
{
    private const string ProblemType = "application/problem+json";

    /// <summary>What people look at; the document describes what programs read.</summary>
    private static readonly string[] Pages =
        ["/swagger", "/openapi", "/problems", "/documents", "/claims", "/compare", "/try", "/ledger", "/review", "/codebook", "/pictures", "/assets", "/.well-known"];

    private static readonly string[] ForPrograms = ["/api", "/openapi", "/health", "/status"];

    /// <summary>The headers this API gives a meaning; the others are HTTP's own, or the same on every answer.</summary>
    private static readonly string[] Meaningful =
        ["ETag", "Link", "Ledger-Position", "Retry-After", "RateLimit", "RateLimit-Policy", "Location", "Repr-Digest"];

    private static readonly JsonNode Problem = JsonNode.Parse("""{"$ref":"#/components/schemas/Problem"}""")!;

    private readonly ContractSchemas schemas = new(document["components"]!["schemas"]!);
    private readonly IReadOnlyList<ContractOperation> operations = ContractOperation.In(document);

    public IEnumerable<string> Faults(SentAnswer answer)
    {
        var there = operations.Where(operation => operation.IsAt(answer.Path)).OrderBy(operation => operation.Open).ToList();
        var method = answer.Method == "HEAD" ? "GET" : answer.Method;
        return there.FirstOrDefault(operation => operation.Method == method) is { } operation && operation.Open == there[0].Open
            ? Documented(operation, answer)
            : Other(answer, there.Count > 0);
    }

    private IEnumerable<string> Documented(ContractOperation operation, SentAnswer answer)
    {
        if (operation.Json["responses"]![answer.Status.ToString(CultureInfo.InvariantCulture)] is not { } response)
        {
            return ["The status is not documented."];
        }

        return Headers(response, answer.Headers).Concat(Content(response["content"], answer));
    }

    private static IEnumerable<string> Headers(JsonNode response, ISet<string> sent)
    {
        var documented = response["headers"]?.AsObject() ?? [];
        var missing = documented.Where(header => (header.Value!["$ref"] is not null || (bool?)header.Value["required"] == true) && !sent.Contains(header.Key));
        return missing.Select(header => $"The header {header.Key} is missing.")
            .Concat(Meaningful.Where(name => sent.Contains(name) && !documented.ContainsKey(name)).Select(name => $"The header {name} is not documented."));
    }

    private IEnumerable<string> Content(JsonNode? content, SentAnswer answer)
    {
        if (answer.MediaType is null)
        {
            return content is null || answer.Method == "HEAD" ? [] : ["There is no content."];
        }

        return content?[answer.MediaType] is not { } form ? [$"The content type {answer.MediaType} is not documented."]
            : answer.Method == "HEAD" ? []
            : Body(form["schema"]!, answer);
    }

    private IEnumerable<string> Body(JsonNode schema, SentAnswer answer)
    {
        if (schema["contentSchema"] is { } line)
        {
            return answer.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(json => schemas.Faults(line, json));
        }

        // Without `fields`, nothing may be missing.
        var whole = schema["anyOf"] is JsonArray either && !answer.PicksFields ? either[0]! : schema;
        return answer.MediaType!.EndsWith("json", StringComparison.Ordinal) ? schemas.Faults(whole, answer.Body) : [];
    }

    /// <summary>Who looks is refused on a page; under the API's own roots nobody is.</summary>
    private static bool IsForPeople(SentAnswer answer) =>
        answer.MediaType == "text/html" && !ForPrograms.Any(root => answer.Path.StartsWith(root, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is no operation is a page, a refusal, or an answer to a browser that asks whether it may.</summary>
    private IEnumerable<string> Other(SentAnswer answer, bool isPathKnown)
    {
        var isPage = answer.Path == "/" || Pages.Any(page => answer.Path.StartsWith(page, StringComparison.OrdinalIgnoreCase));
        if (answer.Status < 400)
        {
            return isPage || (answer.Method == "OPTIONS" && answer.Status == 204) ? [] : ["No such operation is documented."];
        }

        // A key is refused, and everybody counted, wherever they ask.
        var expected = isPathKnown ? 405 : 404;
        return answer.Status != expected && answer.Status is not (400 or 401 or 429) && !isPage ? [$"The status is not {expected}."]
            : answer.Method == "HEAD" || IsForPeople(answer) ? []
            : answer.MediaType != ProblemType ? ["The refusal is no problem document."]
            : schemas.Faults(Problem, answer.Body);
    }
}
