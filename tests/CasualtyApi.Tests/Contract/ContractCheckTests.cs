using System.Text.Json.Nodes;

namespace CasualtyApi.Tests.Contract;

/// <summary>The check of every answer sees what it looks for: were it blind, all other tests would pass as well.</summary>
[Collection(SeededService.Name)]
public sealed class ContractCheckTests(Service service)
{
    private const string Claim = "/api/v1/claims/3";
    private const string Claims = "/api/v1/claims";

    private static readonly HashSet<string> OfRecord = ["ETag", "Ledger-Position", "RateLimit", "RateLimit-Policy"];
    private static readonly HashSet<string> OfList = ["ETag", "Link", "Ledger-Position", "RateLimit", "RateLimit-Policy"];

    [Fact]
    public async Task A_true_answer_has_no_fault()
    {
        var check = await CheckAsync();

        Assert.Empty(check.Faults(new("GET", Claim, false, 200, "application/json", OfRecord, await service.Client.GetStringAsync(Claim))));
        Assert.Empty(check.Faults(new("GET", Claims, true, 200, "application/json", OfList, """{"items":[{"id":1}],"position":1}""")));
        Assert.Empty(check.Faults(new("DELETE", Claim, false, 405, "application/problem+json", OfRecord, Problem(405))));
    }

    [Theory]
    [InlineData("\"category\":\"killed-or-injured\"", "\"category\":\"harmed\"")]
    [InlineData("\"category\":", "\"kind\":")]
    [InlineData("\"low\":1000", "\"low\":\"1000\"")]
    [InlineData("\"low\":1000,", "")]
    [InlineData("\"certainty\":\"stated\",", "")]
    [InlineData("\"blamed\":null", "\"blamed\":{}")]
    [InlineData("\"receivedAt\":\"2", "\"receivedAt\":\"the 2")]
    public async Task A_body_that_does_not_fit_is_seen(string told, string instead)
    {
        var body = await service.Client.GetStringAsync(Claim);
        Assert.Contains(told, body, StringComparison.Ordinal);

        var faults = (await CheckAsync()).Faults(
            new("GET", Claim, false, 200, "application/json", OfRecord, body.Replace(told, instead, StringComparison.Ordinal)));

        Assert.NotEmpty(faults);
    }

    [Theory]
    [InlineData("GET", Claim, 200, "text/csv", "ETag Ledger-Position", "{}", "The content type text/csv is not documented.")]
    [InlineData("GET", Claim, 201, "application/json", "ETag Ledger-Position", "{}", "The status is not documented.")]
    [InlineData("GET", Claim, 304, null, "Server Ledger-Position", "", "The header ETag is missing.")]
    [InlineData("GET", Claim, 304, null, "ETag Ledger-Position Location", "", "The header Location is not documented.")]
    [InlineData("GET", Claim, 200, null, "ETag Ledger-Position", "", "There is no content.")]
    [InlineData("GET", "/api/v1/tolls", 200, "application/json", "ETag", "{}", "No such operation is documented.")]
    [InlineData("GET", "/api/v1/tolls", 404, "text/html", "ETag", "", "The refusal is no problem document.")]
    [InlineData("PUT", Claim, 500, "application/problem+json", "ETag", "", "The status is not 405.")]
    public async Task An_answer_nobody_foresaw_is_seen(string method, string path, int status, string? mediaType, string headers, string body, string says)
    {
        var answer = new SentAnswer(method, path, false, status, mediaType, new HashSet<string>([.. headers.Split(' '), "RateLimit", "RateLimit-Policy"]), body);

        Assert.Equal([says], (await CheckAsync()).Faults(answer));
    }

    [Fact]
    public async Task Without_fields_no_item_may_lack_a_member_and_a_line_is_held_like_a_record()
    {
        var check = await CheckAsync();

        Assert.NotEmpty(check.Faults(new("GET", Claims, false, 200, "application/json", OfList, """{"items":[{"id":1}],"position":1}""")));
        Assert.NotEmpty(check.Faults(new("GET", Claims, false, 200, "application/x-ndjson", OfList, """{"id":1}""" + "\n")));
        Assert.NotEmpty(check.Faults(new("GET", Claims, false, 200, "application/geo+json", OfList, """{"type":"FeatureCollection"}""")));
    }

    [Fact]
    public void A_schema_in_words_the_validator_passes_over_is_refused() =>
        Assert.Equal(["if"], ContractSchemas.Unheld(JsonNode.Parse("""{"properties":{"if":{"type":"string","if":{}}}}""")));

    private static string Problem(int status) => $$"""{"type":"/problems/x","title":"x","status":{{status}},"detail":"x"}""";

    private async Task<ContractCheck> CheckAsync() => new(JsonNode.Parse(await service.Client.GetStringAsync("/openapi/v1.json"))!);
}
