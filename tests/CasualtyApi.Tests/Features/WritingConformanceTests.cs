using System.Text.Json;
using System.Text.Json.Nodes;

namespace CasualtyApi.Tests.Features;

/// <summary>Bodies and words others have collected because they break things, sent to whatever writes. They lie outside the repository.</summary>
public sealed class WritingConformanceTests(Service service) : IClassFixture<Service>
{
    private static readonly (string Method, string Address)[] Writes =
    [
        ("POST", "claims"), ("POST", "statements"), ("POST", "sources"), ("PATCH", "claims/3"), ("PATCH", "sources/3"), ("POST", "claims/3/decisions"), ("POST", "sources/10/merge"),
    ];

    [SharedFact]
    public async Task Any_json_is_answered_and_only_what_is_none_is_called_malformed()
    {
        var position = await service.PositionAsync();
        var files = Directory.GetFiles(SharedData.Path("conformance/jsontestsuite/test_parsing"), "*.json");
        Assert.Equal(318, files.Length);
        foreach (var (method, address) in Writes)
        {
            foreach (var file in files)
            {
                var (status, slug) = await SendAsync(method, address, await File.ReadAllBytesAsync(file));
                var (name, isMalformed) = (Path.GetFileName(file), slug == "malformed-json");
                Assert.True(status == 400, $"{name} to {address} answered {status}.");
                Assert.True(name[0] switch { 'n' => isMalformed, 'y' => !isMalformed, _ => true }, $"{name} to {address} is said to be {slug}.");
            }
        }

        Assert.Equal(position, await service.PositionAsync());
    }

    [SharedFact]
    public async Task Any_text_is_kept_byte_by_byte_or_refused()
    {
        var texts = JsonNode.Parse(await File.ReadAllTextAsync(SharedData.Path("conformance/naughty-strings/blns.json")))!.AsArray().Select(text => (string)text!).ToList();
        var kept = 0;
        foreach (var text in texts)
        {
            kept += await KeptAsync("POST", "sources", new { name = text, kind = "organization", role = text, aliases = new[] { text + " II" }, reason = text }, "name", text);
            kept += await KeptAsync("PATCH", "claims/3", new { cause = text, reason = text }, "cause", text);
            kept += await KeptAsync("PATCH", "sources/3", new { role = text, reason = text }, "role", text);
            var (status, slug) = await SendAsync("POST", "statements", new { document = new { id = 1 }, kind = "quote", start = 0, end = text.Length, text, speaker = (object?)null });
            Assert.True((status, slug) is (422, "words-differ" or "span-outside") or (400, "bad-value"), $"{text} answered {status} {slug}.");
        }

        Assert.True(kept > texts.Count, $"Only {kept} were kept.");
        var changes = await service.GetAsync("/api/v1/changes?limit=500&after=34");
        Assert.All(changes.GetProperty("items").EnumerateArray(), change => Assert.Contains(change.GetProperty("reason").GetString(), texts));
    }

    /// <returns>1 where it was kept, and comes back as it was sent.</returns>
    private async Task<int> KeptAsync(string method, string address, object body, string member, string text)
    {
        using var answer = await service.WriteAsync(new(method), Review.Api + address, JsonSerializer.Serialize(body), headers: ("If-Match", "*"));
        var answered = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.True((int)answer.StatusCode is 200 or 201 or 400 or 409, $"{text} answered {(int)answer.StatusCode}.");
        if (!answer.IsSuccessStatusCode) return 0;
        Assert.Equal(text, answered.Text(member));
        var record = method == "POST" ? $"{address}/{answered.Id()}" : address;
        Assert.Equal(text, (await service.GetAsync(Review.Api + record)).Text(member));
        return 1;
    }

    private Task<(int Status, string? Slug)> SendAsync(string method, string address, object body) =>
        SendAsync(method, address, JsonSerializer.SerializeToUtf8Bytes(body));

    private async Task<(int Status, string? Slug)> SendAsync(string method, string address, byte[] body)
    {
        using var request = new HttpRequestMessage(new(method), Review.Api + address) { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = new("Bearer", Service.AdminKey);
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Content.Headers.ContentType = new("application/json");
        using var answer = await service.Client.SendAsync(request);
        var slug = answer.IsSuccessStatusCode ? null : JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Slug();
        return ((int)answer.StatusCode, slug);
    }
}
