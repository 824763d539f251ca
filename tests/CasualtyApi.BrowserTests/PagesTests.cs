namespace CasualtyApi.BrowserTests;

public sealed class PagesTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    /// <summary>Every page, by the name its pictures are kept under.</summary>
    private static readonly (string Name, string Address)[] Pages =
    [
        ("overview", "/"), ("overview-narrowed", "/?category=killed-or-injured&status=any"), ("documents", "/documents"), ("document", "/documents/1"), ("document-as-of", "/documents/1?asOf=34"),
        ("compare", "/compare?party=1"), ("try", "/try"), ("ledger", "/ledger"), ("ledger-proof", "/ledger?position=29"), ("codebook", "/codebook"), ("review", "/review"), ("problems", "/problems"), ("problem", "/problems/bad-value"), ("refused", "/?categry=killed"),
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

            Assert.True(await seen.FitsAsync(), $"{address} is wider than the screen.");
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
                var status = (await seen.Page.APIRequest.GetAsync(call)).Status;

                // A page tells that claims cannot be added up, and so does the operation.
                Assert.True(status == 200 || (status == 422 && call.Contains("method=sum", StringComparison.Ordinal)), $"{address} offers {call}, answered {status}.");
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
    public async Task On_paper_a_document_has_its_words_and_its_cards_and_nothing_to_press()
    {
        var seen = await service.OpenAsync("/documents/1");

        await seen.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await seen.PictureAsync("document-print");

        Assert.True(await seen.Page.Locator(".words").IsVisibleAsync());
        Assert.True(await seen.Page.Locator(".card").Last.IsVisibleAsync());
        Assert.True(await seen.Page.Locator(".legend").IsVisibleAsync());
        Assert.Equal("exact", await seen.Page.Locator(".words .mark.claim").First.EvaluateAsync<string>("mark => getComputedStyle(mark).printColorAdjust"));
        Assert.Equal("none", await seen.Page.Locator(".cards").EvaluateAsync<string>("cards => getComputedStyle(cards).maxHeight"));
        foreach (var left in new[] { "nav", ".skip", ".data" }) Assert.False(await seen.Page.Locator(left).First.IsVisibleAsync(), left);
        Assert.Equal("rgb(255, 255, 255)", await seen.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
    }

    [BrowserFact]
    public async Task On_paper_a_comparison_has_its_tables_and_no_form()
    {
        var seen = await service.OpenAsync("/compare?party=1");

        await seen.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await seen.PictureAsync("compare-print");

        Assert.False(await seen.Page.Locator("main form").IsVisibleAsync());
        Assert.True(await seen.Page.Locator(".subject details table").First.EvaluateAsync<bool>("table => table.getBoundingClientRect().height > 20"));
    }

    [BrowserFact]
    public async Task In_dark_too_a_page_is_printed_black_on_white_and_its_marks_light()
    {
        var seen = await service.OpenAsync("/documents/1", Screen.Dark);

        await seen.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print, ColorScheme = Microsoft.Playwright.ColorScheme.Dark });

        Assert.Equal(
            "rgb(0, 0, 0) on rgb(255, 255, 255)",
            await seen.Page.EvaluateAsync<string>("`${getComputedStyle(document.body).color} on ${getComputedStyle(document.documentElement).backgroundColor}`"));
        Assert.Equal("rgb(244, 217, 185)", await seen.Page.Locator(".legend .killed-or-injured").EvaluateAsync<string>("mark => getComputedStyle(mark).backgroundColor"));
    }

    [BrowserFact]
    public async Task Every_page_is_read_without_the_rest_of_the_world()
    {
        var seen = await service.SignedInAsync();
        var elsewhere = new List<string>();
        await seen.Page.Context.RouteAsync(address => !address.StartsWith("http://127.0.0.1:", StringComparison.Ordinal), route =>
        {
            elsewhere.Add(route.Request.Url);
            return route.AbortAsync();
        });

        foreach (var address in Pages.Select(page => page.Address).Append("/review/claims/1").Append("/swagger/"))
        {
            await seen.GoAsync(address);
            await seen.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        }

        Assert.Empty(elsewhere);
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
