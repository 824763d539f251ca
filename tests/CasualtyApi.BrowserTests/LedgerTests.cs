namespace CasualtyApi.BrowserTests;

public sealed class LedgerTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    [BrowserFact]
    public async Task Any_entry_is_verified_by_the_service_and_again_by_the_browser()
    {
        var seen = await service.OpenAsync("/ledger");

        await seen.Page.FillAsync("#position", "17");
        await seen.Page.GetByText("Verify it").ClickAsync();
        await seen.Page.GetByText("Compute it again").ClickAsync();
        var told = seen.Page.Locator("output", new() { HasTextRegex = new("root") });
        await told.WaitForAsync();

        Assert.Equal("Entry 17 is in the ledger", await seen.Page.Locator("#proof").InnerTextAsync());
        Assert.Equal("Your browser came to the root in the checkpoint.", await told.InnerTextAsync());
    }

    [BrowserFact]
    public async Task An_entry_that_was_altered_on_its_way_does_not_come_to_the_root()
    {
        var seen = await service.OpenAsync("/ledger?position=17");
        await seen.Page.RouteAsync("**/ledger/entries**", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("engine", "engin3", StringComparison.Ordinal) });
        });

        await seen.Page.GetByText("Compute it again").ClickAsync();

        await seen.Page.Locator("output", new() { HasTextRegex = new("another root") }).WaitForAsync();
    }
}
