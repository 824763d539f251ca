using System.Text.Json;
using CasualtyApi.Tests;

namespace CasualtyApi.BrowserTests;

/// <summary>Words of an article are words on the page, whatever they would be elsewhere.</summary>
public sealed class NaughtyTests : IClassFixture<BrowsedService>
{
    private static readonly string[] Own =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "\"><svg onload=alert(3)>", "javascript:alert(4)", "</section></main><script src=//evil.example/x.js></script>",
        "{{constructor.constructor('alert(5)')()}}", "@(1+1)", "<a href=\"javascript:alert(6)\">here</a>", "<style>*{display:none}</style>", "<!--", "]]>", "&lt;script&gt;", "😀<b>bold</b>",
    ];

    private readonly BrowsedService service;
    private readonly string[] strings;

    public NaughtyTests(BrowsedService service)
    {
        this.service = service;
        strings = [.. Own, .. SharedData.Folder is null ? [] : JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedData.Path("conformance/naughty-strings/blns.json")))!];
        strings = [.. strings.Where(text => text.Length > 0 && !text.Contains('\0'))];
        foreach (var (some, index) in strings.Chunk(60).Select((some, index) => (some, index)))
        {
            service.Articles[$"naughty-{index}.txt"] = string.Join("\n\n", some.Select(text => $"{text}\n\nPolice said that 12 people were killed near “{text}” on Monday."));
            service.Articles[$"naughty-{index}.json"] = JsonSerializer.Serialize(new { title = some[0], publisher = some[^1].Trim() is { Length: > 0 } name ? name : "x", date = "2024-01-02" });
        }
    }

    [BrowserFact]
    public async Task No_words_of_an_article_become_a_script()
    {
        var seen = await service.OpenAsync("/");
        var documents = JsonDocument.Parse(await (await seen.Page.APIRequest.GetAsync("/api/v1/documents?limit=500")).TextAsync()).RootElement.GetProperty("items").GetArrayLength();
        Assert.Equal(1 + strings.Chunk(60).Count(), documents);

        for (var id = 1; id <= documents; id++)
        {
            await seen.GoAsync($"/documents/{id}");
            Assert.Equal(1, await seen.Page.Locator("script").CountAsync());
            Assert.Equal(
                Lines(await (await seen.Page.APIRequest.GetAsync($"/api/v1/documents/{id}/text")).TextAsync()),
                Lines((await seen.Page.Locator(".words").TextContentAsync())!));
        }

        foreach (var address in new[] { "/", "/documents", "/?q=<script>alert(7)</script>" }) await seen.GoAsync(address);
        await seen.PictureAsync("naughty");
        Assert.Empty(seen.Complaints);
    }

    /// <summary>HTML has one kind of line end.</summary>
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
