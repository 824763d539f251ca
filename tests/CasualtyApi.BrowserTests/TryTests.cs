using System.Text.Json;
using Microsoft.Playwright;

namespace CasualtyApi.BrowserTests;

public sealed class TryTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    private const string Text = "😀 Police said more than 40 people, including nine children, were killed in Kisumu on Sunday. “No one was hurt,” the mayor said.";

    [BrowserFact]
    public async Task What_is_pasted_is_read_with_its_marks_and_nothing_is_kept()
    {
        var seen = await service.OpenAsync("/try");

        await seen.Page.FillAsync("textarea", Text);
        await seen.Page.GetByText("Read it").ClickAsync();
        await seen.Page.Locator("#read").WaitForAsync();
        await seen.PictureAsync("try-read");

        Assert.Equal(Text, await seen.Page.Locator(".words").TextContentAsync());
        Assert.Equal("more than 40 people, including nine children, were killed", string.Concat(await seen.Page.Locator(".words [data-marks~=claim-1]").AllTextContentsAsync()));
        Assert.Empty(await seen.BarriersAsync());
        Assert.Empty(seen.Complaints);
        Assert.Equal(1, await DocumentsAsync(seen.Page));
    }

    [BrowserFact]
    public async Task Without_a_script_the_form_does_the_same()
    {
        var seen = await service.OpenAsync("/try", Screen.WithoutScript);

        await seen.Page.FillAsync("textarea", Text);
        await seen.Page.GetByText("Read it").ClickAsync();

        Assert.Equal(Text, await seen.Page.Locator(".words").TextContentAsync());
        Assert.Equal(Text, await seen.Page.Locator("textarea").InputValueAsync());
    }

    [BrowserFact]
    public async Task A_reading_is_taken_along_as_json_and_as_csv()
    {
        var seen = await service.OpenAsync("/try");
        await seen.Page.FillAsync("textarea", Text);
        await seen.Page.GetByText("Read it").ClickAsync();

        var json = await DownloadAsync(seen.Page, "As JSON");
        var csv = await DownloadAsync(seen.Page, "As CSV");

        Assert.Equal(40, JsonDocument.Parse(json).RootElement.GetProperty("claims")[0].GetProperty("count").GetProperty("low").GetInt32());
        Assert.StartsWith("category,", csv, StringComparison.Ordinal);
        Assert.Contains("more than 40", csv, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_file_can_be_chosen_and_one_that_is_no_text_is_told_so_and_loses_nothing()
    {
        var seen = await service.OpenAsync("/try");
        var file = seen.Page.Locator("[type=file]");

        await seen.Page.FillAsync("textarea", "What I typed.");
        await file.SetInputFilesAsync(new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF, 0x00] });
        await seen.Page.GetByText("Read it").ClickAsync();
        var told = await seen.Page.Locator("[role=alert]").InnerTextAsync();
        var typed = await seen.Page.Locator("textarea").InputValueAsync();
        await seen.Page.Locator("[type=file]").SetInputFilesAsync(new FilePayload { Name = "news.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Text) });
        await seen.Page.GetByText("Read it").ClickAsync();
        await seen.Page.Locator("#read").WaitForAsync();

        Assert.Contains("Save it as plain text", told, StringComparison.Ordinal);
        Assert.Equal("What I typed.", typed);
        Assert.Equal(Text, await seen.Page.Locator(".words").TextContentAsync());
    }

    [BrowserFact]
    public async Task A_connection_that_breaks_is_told_and_what_was_typed_stays()
    {
        var seen = await service.OpenAsync("/try");
        await seen.Page.FillAsync("textarea", Text);
        await seen.Page.RouteAsync("**/try", route => route.AbortAsync());

        await seen.Page.GetByText("Read it").ClickAsync();

        Assert.Contains("connection was lost", await seen.Page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(Text, await seen.Page.Locator("textarea").InputValueAsync());
    }

    private static async Task<string> DownloadAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText(button).ClickAsync());
        return await File.ReadAllTextAsync((await download.PathAsync())!);
    }

    private static async Task<int> DocumentsAsync(IPage page) =>
        JsonDocument.Parse(await (await page.APIRequest.GetAsync("/api/v1/documents")).TextAsync()).RootElement.GetProperty("total").GetInt32();
}
