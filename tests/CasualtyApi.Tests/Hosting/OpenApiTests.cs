using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CasualtyApi.Tests.Hosting;

public sealed partial class OpenApiTests(Service service) : IClassFixture<Service>
{
    private const string Snapshot = "tests/CasualtyApi.Tests/Hosting/openapi.json";

    private async Task<List<Operation>> OperationsAsync()
    {
        var document = await service.GetAsync("/openapi/v1.json");
        return [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Select(operation => new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value)))];
    }

    [Fact]
    public async Task The_document_is_openapi_3_1() =>
        Assert.StartsWith("3.1.", (await service.GetAsync("/openapi/v1.json")).GetProperty("openapi").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task The_document_has_the_version_of_the_service() => Assert.Equal(
        (await service.GetAsync("/status")).GetProperty("version").GetString(),
        (await service.GetAsync("/openapi/v1.json")).GetProperty("info").GetProperty("version").GetString());

    /// <summary>So that a change of the contract is seen by who makes it. Examples are left out; they have files and a test of their own.</summary>
    [Fact]
    public async Task The_document_is_the_one_agreed_on()
    {
        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi/v1.json"))!;
        var text = WithoutExamples(document).ToJsonString(CasualtyApi.Http.ApiJson.Indented) + "\n";
        if (Documentation.IsUpdated)
        {
            Documentation.Write(Snapshot, text);
            return;
        }

        Assert.Equal(Documentation.Read(Snapshot), text, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Every_operation_stands_in_the_file_of_its_name() => Assert.All(await OperationsAsync(), operation => Assert.Single(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CasualtyApi", "Features"), operation.Id + ".cs", SearchOption.AllDirectories)));

    [Fact]
    public async Task Every_operation_says_what_it_does_and_is_named_as_its_class()
    {
        var classes = typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("CasualtyApi.Features.", StringComparison.Ordinal) == true)
            .Select(type => type.Name).ToHashSet();

        Assert.All(await OperationsAsync(), operation =>
        {
            Assert.Contains(operation.Id, classes);
            Assert.EndsWith(".", operation.Json.GetProperty("summary").GetString(), StringComparison.Ordinal);
            Assert.EndsWith(".", operation.Json.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.All(operation.Parameters, parameter => Assert.True(parameter.TryGetProperty("description", out _)));
        });
    }

    [Fact]
    public async Task Every_operation_lists_every_status_it_can_answer() =>
        Assert.All(await OperationsAsync(), operation =>
        {
            var expected = operation switch
            {
                { Id: "GetReadiness" } => "200 400 401 500 503",
                _ when !operation.Path.StartsWith("/api/", StringComparison.Ordinal) => "200 400 401 500",
                { Id: "ExportDatabase" } => "200 400 401 404 406 500 503",
                { Id: "StreamChanges" } => "200 400 401 406 500 503",
                { Id: "ListAggregates" } => "200 304 400 401 406 422 500 503",
                { Id: "ListKeys" } => "200 400 401 403 406 500 503",
                { Id: "GetKey" } => "200 400 401 403 404 406 500 503",
                { Id: "CreateKey" } => "201 400 401 403 406 413 415 500 503",
                { Id: "AddClaim" or "AddSource" or "AddStatement" } => "201 400 401 403 406 409 413 415 422 500 503 507",
                { Id: "AddDocument" } => "200 201 400 401 403 406 409 413 415 422 500 503 507",
                { Id: "ImportDocuments" } => "200 400 401 403 406 415 500 503",
                { Id: "ReadDocumentAgain" } => "200 400 401 403 404 406 409 422 500 503 507",
                { Id: "GetDocumentText" } => "200 304 400 401 403 404 406 500 503",
                { Id: "CorrectClaim" or "CorrectSource" or "CorrectDocument" } => "200 400 401 403 404 406 409 412 413 415 422 428 500 503 507",
                { Id: "DecideClaim" } => "200 400 401 403 404 406 409 412 413 415 422 428 500 503 507",
                { Id: "MergeSource" } => "200 400 401 403 404 406 409 413 415 422 500 503 507",
                { Id: "RevokeKey" } => "200 400 401 403 404 406 409 500 503",
                { Method: "POST" } => "200 400 401 406 413 415 500 503",
                _ when operation.Path.EndsWith("{index}", StringComparison.Ordinal) || operation.Path.Contains("{id}", StringComparison.Ordinal) => "200 304 400 401 404 406 500 503",
                _ => "200 304 400 401 406 500 503",
            };

            // Everybody is counted everywhere.
            Assert.Equal(expected.Replace(" 500", " 429 500", StringComparison.Ordinal), string.Join(' ', operation.Json.GetProperty("responses").EnumerateObject().Select(response => response.Name)));
            Assert.All(operation.Json.GetProperty("responses").EnumerateObject(), response =>
                Assert.EndsWith(".", response.Value.GetProperty("description").GetString(), StringComparison.Ordinal));
        });

    [Fact]
    public async Task Members_that_always_come_are_required_whether_or_not_they_may_be_null()
    {
        var schemas = (await service.GetAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");
        var claim = schemas.GetProperty("Claim");
        var required = claim.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ToList();
        var page = schemas.GetProperty("ClaimPage").GetProperty("required").EnumerateArray().Select(name => name.GetString());

        Assert.Contains("count", required);
        Assert.Contains("claimant", required);
        Assert.DoesNotContain("total", page);
        Assert.Equal("null", claim.GetProperty("properties").GetProperty("claimant").GetProperty("oneOf")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Every_query_parameter_of_few_words_lists_them()
    {
        var claims = (await OperationsAsync()).Single(operation => operation.Id == "ListClaims");
        var category = claims.Parameters.Single(parameter => parameter.GetProperty("name").GetString() == "category");

        Assert.Contains("killed-or-injured", category.GetProperty("schema").GetProperty("items").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task Every_documented_call_answers_as_documented() => await Assert.AllAsync((await OperationsAsync()).OrderBy(operation => operation.NeedsKey), async operation =>
    {
        // It has no end; ChangeStreamTests listen to it.
        if (operation.Id == "StreamChanges")
        {
            return;
        }

        foreach (var (mediaType, body) in operation.Bodies())
        {
            using var request = new HttpRequestMessage(new(operation.Method), operation.Example()) { Content = body };
            if (operation.NeedsKey) request.Headers.Authorization = new("Bearer", Service.AdminKey);
            foreach (var (name, value) in operation.Headers()) request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await service.Client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();

            Assert.True((int)answer.StatusCode == operation.Success, $"{operation.Id}: {text}");
            var answered = answer.Content.Headers.ContentType!.MediaType!;
            var content = operation.Json.GetProperty("responses").GetProperty($"{operation.Success}").GetProperty("content").GetProperty(answered);
            var example = content.TryGetProperty("example", out var documented) ? documented : default;
            if (mediaType is not ("text/plain" or "text/html"))
            {
                Examples.Compare(operation.Id, answered, example, text);
            }
        }
    });

    private static JsonNode WithoutExamples(JsonNode node)
    {
        foreach (var inner in (node as JsonObject)?.Select(member => member.Value) ?? (node as JsonArray) ?? Enumerable.Empty<JsonNode?>())
        {
            if (inner is not null) WithoutExamples(inner);
        }

        if (node is JsonObject parameterOrContent && parameterOrContent.ContainsKey("schema")) parameterOrContent.Remove("example");
        return node;
    }

    private sealed record Operation(string Method, string Path, JsonElement Json)
    {
        public string Id => Json.GetProperty("operationId").GetString()!;

        public override string ToString() => Id;

        /// <summary>What it answers when all goes well.</summary>
        public int Success => int.Parse(Json.GetProperty("responses").EnumerateObject().Last(answer => answer.Name[0] == '2').Name, System.Globalization.CultureInfo.InvariantCulture);

        public bool NeedsKey => Json.TryGetProperty("security", out var keys) && keys.GetArrayLength() > 0;

        public IEnumerable<JsonElement> Parameters => Json.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

        /// <summary>What Swagger UI calls when "Try it out" is pressed: every example, and every default, filled in.</summary>
        public string Example()
        {
            var (path, query) = (Path, new List<string>());
            foreach (var parameter in Parameters)
            {
                var name = parameter.GetProperty("name").GetString()!;
                if (Value(parameter) is not { } value)
                {
                    continue;
                }

                path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
                if (parameter.GetProperty("in").GetString() == "query")
                {
                    query.Add($"{name}={Uri.EscapeDataString(value)}");
                }
            }

            return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
        }

        /// <summary>The same of its headers.</summary>
        public IEnumerable<(string Name, string Value)> Headers() => Parameters
            .Where(parameter => parameter.GetProperty("in").GetString() == "header" && Value(parameter) is not null)
            .Select(parameter => (parameter.GetProperty("name").GetString()!, Value(parameter)!));

        public IEnumerable<(string? MediaType, HttpContent? Body)> Bodies() => !Json.TryGetProperty("requestBody", out var body)
            ? [(null, null)]
            : body.GetProperty("content").EnumerateObject().Select(form => ((string?)form.Name, (HttpContent?)new StringContent(
                form.Value.GetProperty("example") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : form.Value.GetProperty("example").GetRawText(),
                Encoding.UTF8, form.Name)));

        private static string? Value(JsonElement parameter) =>
            parameter.TryGetProperty("example", out var example) || parameter.GetProperty("schema").TryGetProperty("default", out example)
                ? example.ValueKind == JsonValueKind.Array ? string.Join(',', example.EnumerateArray())
                    : example.ValueKind == JsonValueKind.String ? example.GetString() : example.GetRawText()
                : null;
    }

    /// <summary>Documented answers, with what differs from run to run left out of the comparison.</summary>
    private static partial class Examples
    {
        private const string SomeHash = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";

        [System.Text.RegularExpressions.GeneratedRegex("\"at\":[0-9]+")]
        private static partial System.Text.RegularExpressions.Regex Instants();

        private static readonly string Folder = Path.Combine(Repository.Root, "src", "CasualtyApi", "Hosting", "Examples");

        /// <summary>Its answer is the codebook itself, of which the document holds half already.</summary>
        private const string TooLong = "GetCodebook";

        /// <summary>They depend on the key and the clock of each install.</summary>
        private static readonly string[] DifferEachTime = ["GetCheckpoint", "GetVerifierKey", "GetChangeFeed", "ExportLedger", "ExportClaims", "ExportDatabase", "GetLedgerTile", "GetEntryBundle"];

        /// <summary>Writes the files instead of comparing, where an answer has changed on purpose.</summary>
        private static bool Rewrites => Documentation.IsUpdated;

        public static void Compare(string operation, string mediaType, JsonElement example, string answer)
        {
            if (mediaType == "application/json")
            {
                var masked = Masked(JsonNode.Parse(answer))!;
                if (Rewrites && operation != TooLong)
                {
                    File.WriteAllText(Path.Combine(Folder, operation + ".json"), masked.ToJsonString(CasualtyApi.Http.ApiJson.Indented) + "\n");
                    return;
                }

                Assert.True(operation == TooLong || JsonNode.DeepEquals(JsonNode.Parse(example.GetRawText()), masked), $"{operation} answers otherwise than documented: {masked}");
            }
            else if (DifferEachTime.Contains(operation))
            {
                Assert.NotEmpty(answer);
            }
            else if (Rewrites)
            {
                File.WriteAllText(Path.Combine(Folder, operation + ".txt"), answer);
            }
            else
            {
                Assert.Equal(example.GetString(), answer);
            }
        }

        private static JsonNode? Masked(JsonNode? node)
        {
            foreach (var name in (node as JsonObject)?.Select(member => member.Key).ToList() ?? [])
            {
                node![name] = name switch
                {
                    "receivedAt" or "updatedAt" or "createdAt" or "at" or "lastChangeAt" => "2025-01-08T12:00:00.000Z",
                    "revokedAt" when node[name] is not null => "2025-02-01T12:00:00.000Z",
                    "secret" => "cas_…",
                    "prefix" when node["role"] is not null => "cas_6Zb0Qk",
                    "name" when node["provider"] is not null => "/app/data/casualty.db",
                    "leafHash" or "rootHash" or "fromRootHash" or "toRootHash" => SomeHash,
                    "hashes" => new JsonArray([.. node[name]!.AsArray().Select(_ => JsonValue.Create(SomeHash))]),
                    "payload" => Instants().Replace(node[name]!.GetValue<string>(), "\"at\":1736337600000"),
                    _ => Masked(node[name])?.DeepClone(),
                };
            }

            for (var index = 0; node is JsonArray items && index < items.Count; index++)
            {
                items[index] = Masked(items[index])?.DeepClone();
            }

            return node;
        }
    }
}
