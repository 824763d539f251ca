using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CasualtyApi.Tests.Features.Extraction;

/// <summary>Bodies and words others have collected because they break things. They lie outside the repository.</summary>
[Collection(SeededService.Name)]
public sealed class ConformanceTests(Service service)
{
    [SharedFact]
    public async Task Any_json_is_answered_and_only_what_is_none_is_called_malformed()
    {
        var files = Directory.GetFiles(SharedData.Path("conformance/jsontestsuite/test_parsing"), "*.json");
        Assert.Equal(318, files.Length);
        foreach (var file in files)
        {
            var (status, slug) = await PostAsync(await File.ReadAllBytesAsync(file));
            var (name, isMalformed) = (Path.GetFileName(file), slug == "malformed-json");
            Assert.True(status == 400, $"{name} answered {status}.");
            Assert.True(name[0] switch { 'n' => isMalformed, 'y' => !isMalformed, _ => true }, $"{name} is said to be {slug}.");
        }
    }

    [SharedFact]
    public async Task Any_text_is_read_verbatim_or_refused()
    {
        var texts = JsonNode.Parse(await File.ReadAllTextAsync(SharedData.Path("conformance/naughty-strings/blns.json")))!.AsArray();
        Assert.Equal(515, texts.Count);
        foreach (var text in texts.Select(text => (string)text!))
        {
            // Said by somebody, each is a statement, whose words come back.
            var said = $"“{text},” the mayor said.";
            var body = JsonSerializer.Serialize(new { text = said, id = text, title = text });
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await service.Client.PostAsync("/api/v1/extractions", content);
            if (answer.IsSuccessStatusCode)
            {
                var reading = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
                Assert.Equal(text, reading.GetProperty("id").GetString());
                Assert.All(reading.GetProperty("statements").EnumerateArray(), statement => Assert.Contains(
                    statement.GetProperty("text").GetString()!, said, StringComparison.Ordinal));
            }
            else
            {
                Assert.Equal(400, (int)answer.StatusCode);
            }
        }
    }

    private async Task<(int Status, string? Slug)> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var answer = await service.Client.PostAsync("/api/v1/extractions", content);
        var slug = answer.IsSuccessStatusCode ? null : JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Slug();
        return ((int)answer.StatusCode, slug);
    }
}
