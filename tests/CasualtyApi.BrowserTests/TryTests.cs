using System.Text;
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
        var before = await DocumentsAsync();

        await seen.Page.FillAsync("textarea", Text);
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));

        Assert.Equal(Text, await seen.Page.Locator(".words").TextContentAsync());
        Assert.Equal("more than 40 people, including nine children, were killed", string.Concat(await seen.Page.Locator(".words [data-marks~=claim-1]").AllTextContentsAsync()));
        Assert.Empty(seen.Complaints);
        Assert.Equal(before, await DocumentsAsync());
    }

    [BrowserFact]
    public async Task What_is_pasted_is_read_kept_and_reviewed_and_its_history_tells_of_both()
    {
        var seen = await service.SignedInAsync(await service.MakeKeyAsync("reviewer"));
        await seen.GoAsync("/try");

        await seen.Page.FillAsync("textarea", "Police said seven people were killed in Mombasa on Monday.");
        await seen.Page.FillAsync("#publishedAt", "2024-03-05");
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));
        await seen.Page.ClickAsync("summary");
        await seen.Page.FillAsync("#publisher", "The Paper");
        await seen.PictureAsync("try-keep");
        await seen.SendAsync(() => seen.Page.ClickAsync("button:text('Keep it')"));
        var kept = await seen.Page.Locator(".kicker").InnerTextAsync();
        await seen.SendAsync(() => seen.Page.ClickAsync("text=review it"));
        await seen.DecideAsync("accept", "So the police said.");
        await seen.SendAsync(() => seen.Page.ClickAsync(".kicker a[href^='/documents/']"));
        var history = await seen.Page.Locator(".card .history").InnerTextAsync();

        Assert.Contains("THE PAPER · 5 MARCH 2024", kept.ToUpperInvariant(), StringComparison.Ordinal);
        Assert.Contains("created by", history, StringComparison.Ordinal);
        Assert.Contains("So the police said.", history, StringComparison.Ordinal);
        Assert.Empty(seen.Complaints);
    }

    [BrowserFact]
    public async Task Who_has_no_key_types_one_to_keep_a_text_and_a_reader_s_key_may_not()
    {
        var seen = await service.OpenAsync("/try");
        await seen.Page.FillAsync("textarea", "Police said eight people were hurt in Mombasa.");
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));
        await seen.Page.ClickAsync("summary");

        await seen.SendAsync(() => seen.Page.ClickAsync("button:text('Keep it')"));
        var without = await seen.AlertAsync();
        await seen.Page.FillAsync("#key", await service.MakeKeyAsync("reader"));
        await seen.SendAsync(() => seen.Page.ClickAsync("button:text('Keep it')"));
        var reader = await seen.AlertAsync();

        Assert.Contains("you are not signed in", without, StringComparison.Ordinal);
        Assert.Contains("needs the role 'contributor'", reader, StringComparison.Ordinal);
        Assert.Contains("eight people", await seen.Page.Locator("textarea").InputValueAsync(), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_page_of_html_the_article_is_read_and_kept_with_what_the_page_says_of_itself(bool isFile)
    {
        var page = $"<!doctype html><html><head><title>Ferry sinks {isFile}</title><meta property='og:site_name' content='Coast Daily'></head>"
            + $"<body><nav>Home</nav><article><h1>Ferry sinks</h1><p>Police said nine people were hurt in port {isFile}.</p></article></body></html>";
        var seen = await service.SignedInAsync();
        await seen.GoAsync("/try");

        if (isFile)
        {
            await seen.SendAsync(() => seen.ChooseAsync(File("ferry.html", "text/html", page)));
        }
        else
        {
            await seen.Page.FillAsync("textarea", page);
            await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));
        }

        var (words, typed) = (await seen.Page.Locator(".words").TextContentAsync(), await seen.Page.Locator("textarea").InputValueAsync());
        await seen.Page.ClickAsync("summary");
        await seen.SendAsync(() => seen.Page.ClickAsync("button:text('Keep it')"));

        Assert.Equal(page, typed);
        Assert.Contains("nine people were hurt", words, StringComparison.Ordinal);
        Assert.DoesNotContain("<", words, StringComparison.Ordinal);
        Assert.Equal($"Ferry sinks {isFile}", await seen.Page.Locator("h1").InnerTextAsync());
        Assert.Contains("Coast Daily", await seen.Page.Locator(".kicker").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(words, await seen.Page.Locator(".words").TextContentAsync());
    }

    [BrowserFact]
    public async Task A_file_that_is_dropped_on_the_text_is_read_at_once()
    {
        var seen = await service.OpenAsync("/try");

        await seen.SendAsync(() => seen.Page.EvaluateAsync("""
            () => {
              const dropped = new DataTransfer();
              dropped.items.add(new File(["Police said six people were hurt."], "news.txt", { type: "text/plain" }));
              document.querySelector("textarea").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: dropped }));
            }
            """));

        Assert.Equal("Police said six people were hurt.", await seen.Page.Locator(".words").TextContentAsync());
    }

    [BrowserFact]
    public async Task What_is_pasted_into_the_empty_field_is_read_at_once_and_what_is_pasted_among_other_words_waits()
    {
        var seen = await service.OpenAsync("/try");
        await seen.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await seen.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", Text);

        await seen.Page.FocusAsync("textarea");
        await seen.SendAsync(() => seen.Page.Keyboard.PressAsync("Control+V"));
        var read = await seen.Page.Locator(".words").TextContentAsync();
        await seen.Page.FocusAsync("textarea");
        await seen.Page.Keyboard.PressAsync("Control+V");

        Assert.Equal(Text, read);
        Assert.Equal(Text, await seen.Page.Locator(".words").TextContentAsync());
        Assert.Equal(2 * Text.Length, (await seen.Page.Locator("textarea").InputValueAsync()).Length);
    }

    [BrowserFact]
    public async Task A_file_larger_than_any_that_is_read_is_told_before_it_is_sent()
    {
        var seen = await service.OpenAsync("/try");
        await seen.Page.FillAsync("textarea", "What I typed.");

        await seen.ChooseAsync(File("film.txt", "text/plain", new string('x', (8 << 20) + 1)));

        Assert.Contains("film.txt is larger than 8 MiB", await seen.AlertAsync(), StringComparison.Ordinal);
        Assert.Equal("What I typed.", await seen.Page.Locator("textarea").InputValueAsync());
    }

    [BrowserFact]
    public async Task A_refusal_that_is_a_page_of_its_own_takes_the_place_of_nothing_that_was_typed()
    {
        var seen = await service.OpenAsync("/try");
        await seen.Page.FillAsync("textarea", "What I typed.");
        await seen.Page.EvaluateAsync("document.querySelector('[name=__RequestVerificationToken]').value = 'stale'");

        await seen.Page.GetByText("Read it").ClickAsync();

        Assert.Contains("This form is too old", await seen.AlertAsync(), StringComparison.Ordinal);
        Assert.Equal("What I typed.", await seen.Page.Locator("textarea").InputValueAsync());
    }

    [BrowserFact]
    public async Task A_text_that_was_kept_before_keeps_its_title_and_says_so()
    {
        await service.CallAsync(HttpMethod.Post, "/api/v1/documents", new { text = "Police said four people were hurt in Tanga.", title = "Four hurt" });
        var seen = await service.SignedInAsync();
        await seen.GoAsync("/try");
        await seen.Page.FillAsync("textarea", "Police said four people were hurt in Tanga.");
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));
        await seen.Page.ClickAsync("summary");
        await seen.Page.FillAsync("#title", "Another title");

        await seen.SendAsync(() => seen.Page.ClickAsync("button:text('Keep it')"));

        Assert.Contains("is kept already, as Four hurt, and is not kept twice", await seen.NewsAsync(), StringComparison.Ordinal);
        Assert.Equal("Another title", await seen.Page.InputValueAsync("#title"));
    }

    [BrowserTheory]
    [InlineData("", "There is nothing to read yet")]
    [InlineData("<html><body><script>x</script></body></html>", "No article can be read")]
    public async Task What_cannot_be_read_is_told(string text, string told)
    {
        var seen = await service.OpenAsync("/try");

        await seen.Page.FillAsync("textarea", text);
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));

        Assert.Contains(told, await seen.AlertAsync(), StringComparison.Ordinal);
        Assert.Equal(text, await seen.Page.Locator("textarea").InputValueAsync());
    }

    [BrowserFact]
    public async Task What_is_too_long_is_told_with_the_limit_and_stays()
    {
        var seen = await service.OpenAsync("/try");
        var text = new string('x', (1 << 20) + 1);

        await seen.Page.FillAsync("textarea", text);
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));

        Assert.Contains("longer than 1,024 KiB", await seen.AlertAsync(), StringComparison.Ordinal);
        Assert.Equal(text.Length, (await seen.Page.Locator("textarea").InputValueAsync()).Length);
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
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));

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

        await seen.Page.FillAsync("textarea", "What I typed.");
        await seen.SendAsync(() => seen.ChooseAsync(new() { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF, 0x00] }));
        var told = await seen.AlertAsync();
        var typed = await seen.Page.Locator("textarea").InputValueAsync();
        await seen.SendAsync(() => seen.ChooseAsync(File("empty.txt", "text/plain", "")));
        var empty = await seen.AlertAsync();
        await seen.SendAsync(() => seen.ChooseAsync(File("news.txt", "text/plain", Text)));

        Assert.Contains("The file empty.txt is empty", empty, StringComparison.Ordinal);
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

    private static FilePayload File(string name, string type, string words) => new() { Name = name, MimeType = type, Buffer = Encoding.UTF8.GetBytes(words) };

    private static async Task<string> DownloadAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText(button).ClickAsync());
        return await System.IO.File.ReadAllTextAsync((await download.PathAsync())!);
    }

    private async Task<int> DocumentsAsync() => (await service.CallAsync(HttpMethod.Get, "/api/v1/documents")).GetProperty("total").GetInt32();
}
