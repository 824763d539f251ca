namespace CasualtyApi.BrowserTests;

public sealed class PagesTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    /// <summary>Every page, by the name its pictures are kept under.</summary>
    private static readonly (string Name, string Address)[] Pages =
    [
        ("overview", "/"), ("overview-narrowed", "/?category=killed-or-injured&status=any"), ("documents", "/documents"), ("document", "/documents/1"),
        ("compare", "/compare?party=1"), ("try", "/try"), ("ledger", "/ledger"), ("ledger-proof", "/ledger?position=29"), ("codebook", "/codebook"), ("problems", "/problems"), ("problem", "/problems/bad-value"), ("refused", "/?categry=killed"),
    ];

    [BrowserFact]
    public async Task No_page_bars_anybody_in_light_or_dark_and_none_complains()
    {
        var seen = await service.OpenAsync("/");
        var dark = await service.OpenAsync("/", Screen.Dark);
        foreach (var (name, address) in Pages)
        {
            foreach (var (look, window) in new[] { ("", seen), ("-dark", dark) })
            {
                await window.GoAsync(address);
                await window.PictureAsync(name + look);
                Assert.Empty((await window.BarriersAsync()).Select(barrier => $"{address}{look}: {barrier}"));
            }
        }

        Assert.All(seen.Complaints.Concat(dark.Complaints), complaint => Assert.Contains("400 (Bad Request)", complaint, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Pages_have_a_name_a_language_a_description_and_one_address()
    {
        var seen = await service.OpenAsync("/");
        foreach (var (_, address) in Pages)
        {
            await seen.GoAsync(address);

            Assert.EndsWith("· CasualtyApi", await seen.Page.TitleAsync(), StringComparison.Ordinal);
            Assert.Equal("en", await seen.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.NotEmpty(await seen.Page.Locator("meta[name=description]").GetAttributeAsync("content") ?? "");
            Assert.Equal(1, await seen.Page.Locator("h1").CountAsync());
            Assert.StartsWith("http://127.0.0.1", await seen.Page.Locator("link[rel=canonical]").GetAttributeAsync("href"), StringComparison.Ordinal);
        }
    }

    [BrowserFact]
    public async Task No_page_scrolls_sideways_on_a_phone()
    {
        var seen = await service.OpenAsync("/", Screen.Phone);
        foreach (var (name, address) in Pages)
        {
            await seen.GoAsync(address);
            await seen.PictureAsync(name + "-phone");

            Assert.True(await seen.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{address} is wider than the screen.");
        }
    }

    [BrowserFact]
    public async Task Every_call_under_a_page_answers()
    {
        var seen = await service.OpenAsync("/");
        foreach (var (_, address) in Pages)
        {
            await seen.GoAsync(address);
            foreach (var link in await seen.Page.Locator("footer .data a").AllAsync())
            {
                var call = (await link.GetAttributeAsync("href"))!;
                Assert.True((await seen.Page.APIRequest.GetAsync(call)).Ok, $"{address} offers {call}.");
            }
        }
    }

    [BrowserFact]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_content()
    {
        var seen = await service.OpenAsync("/");

        await seen.Page.Keyboard.PressAsync("Tab");
        await seen.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("content", await seen.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [BrowserFact]
    public async Task Nothing_comes_from_elsewhere_and_the_first_page_is_light()
    {
        var seen = await service.OpenAsync("/documents");
        var (hosts, bytes) = (new HashSet<string>(), 0);
        seen.Page.RequestFinished += async (_, request) => (bytes, _) = (bytes + (await request.SizesAsync()).ResponseBodySize, hosts.Add(new Uri(request.Url).Host));

        await seen.Page.RouteAsync("**/assets/**", route => route.ContinueAsync());
        await seen.GoAsync("/");
        await seen.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        Assert.Equal("127.0.0.1", Assert.Single(hosts));
        Assert.InRange(bytes, 1, 200_000);
    }
}
