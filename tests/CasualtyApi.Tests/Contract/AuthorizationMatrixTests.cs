using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Contract;

/// <summary>
/// Every operation of the OpenAPI document, called by everybody: without a key, with one that opens nothing, with each role. What the
/// table below says of an operation is what happens, and what the document says.
/// </summary>
public sealed class AuthorizationMatrixTests(Service service) : IClassFixture<Service>
{
    /// <summary>Who needs no key. A new operation stands here, or below with the least role that may call it.</summary>
    private static readonly string[] Anybody =
    [
        "ListAggregates", "ListChanges", "StreamChanges", "GetChangeFeed", "ListClaims", "CountFacets", "GetTimeline", "GetClaim",
        "ListClaimRevisions", "GetCodebook", "ListComparisons", "ListDocuments", "GetDocument", "GetDocumentText", "ExportClaims", "ExportLedger",
        "ExportDatabase", "ExtractClaims", "GetLiveness", "GetReadiness", "GetStatus", "GetCheckpoint", "GetVerifierKey", "ListLedgerEntries",
        "GetInclusionProof", "GetConsistencyProof", "GetLedgerTile", "GetEntryBundle", "ListParties", "ListPlaces", "ListSources", "GetSource",
        "ListSourceRevisions", "ListStatements", "GetStatement",
    ];

    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["AddClaim"] = Role.Contributor,
        ["CorrectClaim"] = Role.Reviewer,
        ["DecideClaim"] = Role.Reviewer,
        ["AddDocument"] = Role.Contributor,
        ["ImportDocuments"] = Role.Contributor,
        ["CorrectDocument"] = Role.Reviewer,
        ["ReadDocumentAgain"] = Role.Reviewer,
        ["ListKeys"] = Role.Admin,
        ["CreateKey"] = Role.Admin,
        ["GetKey"] = Role.Admin,
        ["RevokeKey"] = Role.Admin,
        ["AddSource"] = Role.Contributor,
        ["CorrectSource"] = Role.Reviewer,
        ["MergeSource"] = Role.Reviewer,
        ["AddStatement"] = Role.Contributor,
    };

    private static readonly string[] Callers = ["none", "malformed", "unknown", "revoked", "expired", .. Kebab.All<Role>()];

    [Fact]
    public async Task Every_cell_answers_as_the_table_says()
    {
        var operations = await OperationsAsync();
        var keys = await KeysAsync();
        var rows = new List<string>();
        foreach (var operation in operations)
        {
            var cells = new List<string>();
            foreach (var caller in Callers)
            {
                var expected = Expected(operation, caller);
                Assert.Equal((operation.Id, caller, expected), (operation.Id, caller, await CallAsync(operation, keys[caller])));
                cells.Add(expected);
            }

            rows.Add($"| `{operation}` | {string.Join(" | ", cells)} |");
        }

        Documentation.AssertPart("docs/authorization.md", "matrix", string.Join('\n', (string[])[
            $"| operation | {string.Join(" | ", Callers)} |", $"|---|{string.Concat(Callers.Select(_ => "---|"))}", .. rows]));
    }

    [Fact]
    public async Task The_document_asks_a_key_of_whom_the_table_does() => Assert.All(await OperationsAsync(), operation =>
        Assert.Equal((operation.Id, Roles.ContainsKey(operation.Id)), (operation.Id, operation.NeedsKey)));

    private static string Expected(ContractOperation operation, string caller)
    {
        if (caller is "malformed" or "unknown" or "revoked" or "expired") return $"401 key-{caller}";
        if (Anybody.Contains(operation.Id)) return "yes";
        Assert.True(Roles.ContainsKey(operation.Id), $"{operation.Id} is new: say in this file who may call it.");
        return caller == "none" ? "401 key-missing" : Kebab.Parse<Role>(caller) >= Roles[operation.Id] ? "yes" : "403 role-too-low";
    }

    /// <summary>Without a body and about a record that is not there, so that nothing changes: whatever else is wrong, the caller was let in.</summary>
    private async Task<string> CallAsync(ContractOperation operation, string? authorization)
    {
        using var request = new HttpRequestMessage(new(operation.Method), System.Text.RegularExpressions.Regex.Replace(operation.Path, @"\{[^}]+\}", "999999"));
        if (authorization is not null) request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        using var answer = await service.Client.SendAsync(request);
        var status = (int)answer.StatusCode;
        Assert.InRange(status, 200, 499);
        if (status is not (401 or 403)) return "yes";
        return $"{status} {JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["type"]!.GetValue<string>().Split('/')[^1]}";
    }

    private async Task<List<ContractOperation>> OperationsAsync() =>
        [.. ContractOperation.In(JsonNode.Parse(await service.Client.GetStringAsync("/openapi/v1.json"))!)];

    private async Task<Dictionary<string, string?>> KeysAsync()
    {
        var revoked = await Service.ReadAsync(await service.WriteAsync(HttpMethod.Post, "/api/v1/keys", """{"name":"revoked","role":"admin"}"""), 201);
        using var done = await service.WriteAsync(HttpMethod.Delete, $"/api/v1/keys/{revoked.GetProperty("id")}", null);
        var keys = new Dictionary<string, string?>
        {
            ["none"] = null,
            ["malformed"] = "Bearer short",
            ["unknown"] = "Bearer cas_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            ["revoked"] = "Bearer " + revoked.GetProperty("secret").GetString(),
            ["expired"] = "Bearer " + await service.IssueAsync(Role.Admin, DateTimeOffset.UnixEpoch),
        };
        foreach (var role in Enum.GetValues<Role>()) keys[Kebab.Of(role)] = "Bearer " + await service.KeyAsync(role);
        return keys;
    }
}
