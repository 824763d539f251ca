using Microsoft.Playwright;

namespace CasualtyApi.BrowserTests;

public sealed class DocumentTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    private const string Thousand = "more than 1,000 North Korean troops killed or wounded";

    [BrowserFact]
    public async Task The_text_is_shown_verbatim_between_its_marks()
    {
        var seen = await service.OpenAsync("/documents/1");

        var shown = await seen.Page.Locator(".words").TextContentAsync();

        Assert.Equal(await TextAsync(seen.Page), shown);
        Assert.Empty(seen.Complaints);
    }

    [BrowserFact]
    public async Task A_link_to_characters_opens_the_page_at_these_words()
    {
        var seen = await service.OpenAsync("/documents/1#char=878,931");

        var lit = string.Concat(await seen.Page.Locator(".words .mark.target").AllTextContentsAsync());
        await seen.PictureAsync("document-at-words");

        Assert.Equal(Thousand, lit);
        Assert.True(await InViewAsync(seen.Page.Locator(".words .mark.target").First));
        Assert.Contains(Thousand, await seen.Page.Locator(".card.chosen").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_link_to_words_within_others_opens_their_own_card()
    {
        var written = await service.CallAsync(HttpMethod.Post, "/api/v1/documents", new { text = "Ten people, including nine nurses, were killed. He said seven more were hurt." });
        var page = $"/documents/{written.GetProperty("id")}";

        var seen = await service.OpenAsync(page + "#char=12,33");
        var within = await seen.Page.Locator(".card.chosen blockquote").InnerTextAsync();
        var unnamed = await seen.Page.Locator(".said:has-text('seven more') .who").InnerTextAsync();

        Assert.Equal("including nine nurses", within);
        Assert.Equal("Somebody who is not named", unnamed);
    }

    [BrowserFact]
    public async Task Choosing_words_opens_their_card_by_keyboard_alone_and_escape_leads_back()
    {
        var seen = await service.OpenAsync("/documents/1");
        var mark = seen.Page.Locator(".words .mark[data-n]").First;

        await mark.FocusAsync();
        await seen.Page.Keyboard.PressAsync("Enter");
        var card = seen.Page.Locator(".card.chosen");
        var isFocused = await card.EvaluateAsync<bool>("card => card === document.activeElement");
        var says = await card.InnerTextAsync();
        await seen.Page.Keyboard.PressAsync("Escape");

        Assert.True(isFocused);
        Assert.Contains("Claimed by", says, StringComparison.OrdinalIgnoreCase);
        Assert.True(await mark.EvaluateAsync<bool>("mark => mark === document.activeElement"));
    }

    [BrowserFact]
    public async Task Choosing_the_words_of_a_statement_opens_its_card_and_escape_leads_back()
    {
        var seen = await service.OpenAsync("/documents/1");
        var mark = seen.Page.Locator(".words .mark[href^='#statement-']:not([tabindex])").First;

        await mark.FocusAsync();
        await seen.Page.Keyboard.PressAsync("Enter");
        var isFocused = await seen.Page.Locator(".said.chosen").EvaluateAsync<bool>("said => said === document.activeElement");
        await seen.Page.Keyboard.PressAsync("Escape");

        Assert.True(isFocused);
        Assert.True(await mark.EvaluateAsync<bool>("mark => mark === document.activeElement"));
    }

    [BrowserFact]
    public async Task A_link_to_characters_that_bear_no_mark_lights_them_up()
    {
        var written = await service.CallAsync(HttpMethod.Post, "/api/v1/documents", new { text = "😀 Rain fell on the town. Police said nine guards were hurt. The road is open again." });

        var seen = await service.OpenAsync($"/documents/{written.GetProperty("id")}#char=60,68");

        Assert.Equal("The road", await seen.Page.EvaluateAsync<string>("[...CSS.highlights.get('asked')].map(words => words.toString()).join('')"));
    }

    [BrowserFact]
    public async Task A_claim_in_force_no_more_is_marked_as_such()
    {
        var written = await service.CallAsync(HttpMethod.Post, "/api/v1/documents", new { text = "Police said eleven guards were hurt in Hull." });
        var claims = await service.CallAsync(HttpMethod.Get, $"/api/v1/claims?document={written.GetProperty("id")}");
        await service.CallAsync(HttpMethod.Post, $"/api/v1/claims/{claims.GetProperty("items")[0].GetProperty("id")}/decisions", new { decision = "reject", reason = "Misread." });

        var seen = await service.OpenAsync($"/documents/{written.GetProperty("id")}");

        Assert.Equal("eleven guards were hurt", await seen.Page.Locator(".words .mark.dropped").InnerTextAsync());
        Assert.Contains("rejected, retracted or replaced", await seen.Page.Locator(".legend").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await seen.BarriersAsync());
    }

    [BrowserFact]
    public async Task Without_a_script_marks_are_links_to_their_cards_and_back()
    {
        var seen = await service.OpenAsync("/documents/1", Screen.WithoutScript);

        await seen.Page.Locator(".words .mark[data-n]").First.ClickAsync();
        var card = seen.Page.Locator(".card:target");
        var isShown = await InViewAsync(card);
        await card.Locator(".to-words").ClickAsync();

        Assert.True(isShown);
        Assert.Contains("#char=", seen.Page.Url, StringComparison.Ordinal);
        Assert.Empty(seen.Complaints);
    }

    [BrowserFact]
    public async Task It_is_read_on_a_phone_without_scrolling_sideways()
    {
        var seen = await service.OpenAsync("/documents/1", Screen.Phone);

        await seen.PictureAsync("document-phone");
        var (wide, screen) = (await seen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await seen.Page.EvaluateAsync<int>("window.innerWidth"));

        Assert.True(wide <= screen, $"{wide} wide on a screen of {screen}.");
        Assert.Empty(await seen.BarriersAsync());
    }

    [BrowserFact]
    public async Task What_is_not_there_is_said_on_a_page()
    {
        var seen = await service.OpenAsync("/documents/99");

        Assert.Equal("There is nothing here", await seen.Page.Locator("h1").InnerTextAsync());
        Assert.Contains("There is no document 99.", await seen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await seen.BarriersAsync());
    }

    private static async Task<string> TextAsync(IPage page) => await (await page.APIRequest.GetAsync("/api/v1/documents/1/text")).TextAsync();

    private static Task<bool> InViewAsync(ILocator locator) => locator.EvaluateAsync<bool>(
        "element => { const box = element.getBoundingClientRect(); return box.bottom > 0 && box.top < window.innerHeight; }");
}
