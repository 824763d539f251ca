namespace CasualtyApi.BrowserTests;

/// <summary>Whole tasks without a mouse; those of a document and of a review stand with their pages.</summary>
public sealed class KeyboardTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    [BrowserFact]
    public async Task A_text_is_typed_and_read_and_its_card_opened_and_left()
    {
        var seen = await service.OpenAsync("/try");
        var keyboard = seen.Page.Keyboard;

        await seen.TabToAsync("textarea");
        await keyboard.TypeAsync("Police said two guards were hurt in Oslo.");
        await seen.TabToAsync("main form button");
        await seen.SendAsync(() => keyboard.PressAsync("Enter"));
        await seen.TabToAsync(".words .mark.claim");
        await keyboard.PressAsync("Enter");
        var card = await seen.Page.Locator(".card.chosen").InnerTextAsync();
        var isFocused = await seen.Page.Locator(".card.chosen").EvaluateAsync<bool>("card => card === document.activeElement");
        await keyboard.PressAsync("Escape");

        Assert.Contains("two guards were hurt", card, StringComparison.Ordinal);
        Assert.True(isFocused);
        Assert.True(await seen.Page.Locator(".words .mark.claim").First.EvaluateAsync<bool>("mark => mark === document.activeElement"));
        Assert.Empty(seen.Complaints);
    }

    [BrowserFact]
    public async Task A_party_is_picked_and_compared_and_a_bar_leads_to_its_words()
    {
        var seen = await service.OpenAsync("/compare");
        var keyboard = seen.Page.Keyboard;

        await seen.TabToAsync("#party");
        await keyboard.PressAsync("ArrowDown");
        await seen.TabToAsync("main form button");
        await seen.SendAsync(() => keyboard.PressAsync("Enter"));
        var picked = await seen.Page.Locator("#party").InputValueAsync();
        await seen.TabToAsync("main svg a");
        await seen.SendAsync(() => keyboard.PressAsync("Enter"));

        Assert.NotEmpty(picked);
        Assert.Contains("/documents/1#char=", seen.Page.Url, StringComparison.Ordinal);
        Assert.Empty(seen.Complaints);
    }

    [BrowserFact]
    public async Task An_entry_is_verified_and_verified_again()
    {
        var seen = await service.OpenAsync("/ledger");
        var keyboard = seen.Page.Keyboard;

        await seen.TabToAsync("#position");
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("17");
        await seen.SendAsync(() => keyboard.PressAsync("Enter"));
        await seen.TabToAsync("[data-does=verify]");
        await keyboard.PressAsync("Enter");
        var told = seen.Page.Locator("output", new() { HasTextRegex = new("root") });
        await told.WaitForAsync();

        Assert.Equal("Entry 17 is in the ledger", await seen.Page.Locator("#proof").InnerTextAsync());
        Assert.Equal("Your browser came to the root in the checkpoint.", await told.InnerTextAsync());
    }
}
