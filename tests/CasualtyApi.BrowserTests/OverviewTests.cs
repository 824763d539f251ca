namespace CasualtyApi.BrowserTests;

public sealed class OverviewTests : IClassFixture<BrowsedService>
{
    private readonly BrowsedService service;

    public OverviewTests(BrowsedService service)
    {
        this.service = service;
        service.KeepTwoTolls();
        service.Articles["rise.txt"] = "The White House said 20 Ukrainian soldiers were killed in Sumy. The White House said 30 Ukrainian soldiers were killed in Kharkiv. "
            + "The United Nations said more than 300,000 Ukrainian soldiers were killed in Izium.";
        service.Articles["rise.json"] = """{"title":"A rise","publisher":"The Paper","date":"2024-03-06"}""";
    }

    [BrowserFact]
    public async Task Ranges_that_do_not_meet_are_told_and_drawn_and_stand_in_a_table()
    {
        var seen = await service.OpenAsync("/?party=Russia");
        var subject = seen.Page.Locator(".subject").First;

        await seen.PictureAsync("overview-contradiction");
        await subject.Locator("summary").ClickAsync();
        var figures = await subject.Locator("tbody").InnerTextAsync();

        Assert.Contains("contradict each other", await subject.Locator(".contradiction").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal((1, 2), (await subject.Locator(".walls .wall").CountAsync(), await subject.Locator(".walls circle").CountAsync()));
        Assert.Contains("120", figures, StringComparison.Ordinal);
        Assert.Contains("15", figures, StringComparison.Ordinal);
        Assert.Empty(seen.Complaints);
    }

    [BrowserFact]
    public async Task A_bar_shows_its_words_to_the_keyboard_and_leads_to_them()
    {
        var seen = await service.OpenAsync("/?party=Russia");
        var bar = seen.Page.Locator(".interval").First;
        var words = bar.Locator(".quote");

        var before = await words.EvaluateAsync<string>("quote => getComputedStyle(quote).opacity");
        await bar.FocusAsync();
        var focused = await words.EvaluateAsync<string>("quote => getComputedStyle(quote).opacity");
        await seen.SendAsync(() => bar.PressAsync("Enter"));
        await seen.Page.Locator(".words .mark.target").First.WaitForAsync();

        Assert.Equal(("0", "1"), (before, focused));
        Assert.Contains("Russian soldiers", string.Concat(await seen.Page.Locator(".words .mark.target").AllTextContentsAsync()), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_picture_is_kept_as_a_file_that_stands_alone()
    {
        var seen = await service.OpenAsync("/?party=Russia");

        var download = await seen.Page.RunAndWaitForDownloadAsync(() => seen.Page.GetByText("Download the picture").First.ClickAsync());
        var drawn = await File.ReadAllTextAsync((await download.PathAsync())!);

        var picture = System.Xml.Linq.XDocument.Parse(drawn);
        Assert.Equal("svg", picture.Root!.Name.LocalName);
        Assert.Contains(".bar", picture.Descendants().Single(element => element.Name.LocalName == "style").Value, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_facet_selects_and_leads_back()
    {
        var seen = await service.OpenAsync("/");
        var facet = seen.Page.Locator(".facets a[href*='category=killed']").First;

        await facet.ClickAsync();
        var chosen = seen.Page.Locator(".facets a[aria-current=true]");
        var address = seen.Page.Url;
        await chosen.ClickAsync();

        Assert.Contains("?category=killed", address, StringComparison.Ordinal);
        Assert.EndsWith("/", seen.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_is_asked_for_is_said_and_kept_by_every_form_until_it_is_left_out()
    {
        var seen = await service.OpenAsync("/compare?status=any&asOf=34&party=1");
        var said = await seen.Page.Locator(".asked").InnerTextAsync();

        await seen.SendAsync(() => seen.Page.ClickAsync("button:text('Compare')"));
        var compared = seen.Page.Url;
        await seen.SendAsync(() => seen.Page.Locator(".asked a[aria-label*='as the ledger stood']").ClickAsync());
        var present = seen.Page.Url;
        await seen.GoAsync("/?status=any&party=1&q=troops");

        Assert.Contains("as the ledger stood at position 34", said, StringComparison.Ordinal);
        Assert.Contains("asOf=34", compared, StringComparison.Ordinal);
        Assert.Contains("status=any", present, StringComparison.Ordinal);
        Assert.DoesNotContain("asOf", present, StringComparison.Ordinal);
        Assert.Contains("party: North Korea", await seen.Page.Locator(".asked").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Nothing_found_says_so_and_no_more()
    {
        var seen = await service.OpenAsync("/?q=zeppelin");
        var main = await seen.Page.Locator("main").InnerTextAsync();
        await seen.GoAsync("/compare?q=zeppelin");

        Assert.Contains("No claim is all of that.", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Over time", main, StringComparison.Ordinal);
        Assert.Contains("No claim is all of that.", await seen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Dated_claims_stand_on_a_timeline_whose_interval_is_marked()
    {
        var seen = await service.OpenAsync("/?party=Russia&interval=day");

        var series = await seen.Page.Locator(".timeline .series").CountAsync();

        Assert.Equal(2, series);
        Assert.Equal("day", await seen.Page.Locator(".intervals-by [aria-current=true]").InnerTextAsync());
        Assert.Empty(await seen.BarriersAsync());
    }

    [BrowserFact]
    public async Task A_point_shows_its_figures_to_the_keyboard_and_leads_to_its_claims()
    {
        var seen = await service.OpenAsync("/?party=Ukraine&status=any");
        var several = seen.Page.Locator(".timeline .point", new() { HasText = "2 claims" });
        var figures = several.Locator(".quote");

        var before = await figures.EvaluateAsync<string>("figures => getComputedStyle(figures).opacity");
        await seen.TabToAsync(".timeline .point");
        await several.FocusAsync();
        await seen.PictureAsync("timeline-focused");
        var focused = await figures.EvaluateAsync<string>("figures => getComputedStyle(figures).opacity");
        var said = await figures.TextContentAsync();
        await seen.Page.Keyboard.PressAsync("Enter");
        await seen.Page.WaitForURLAsync(address => address.Contains("originator=", StringComparison.Ordinal));

        Assert.Equal(("0", "1"), (before, focused));
        Assert.Equal("6 March 2024: 20–30, 2 claims", said);
        Assert.Contains("from=2024-03-06&to=2024-03-06", seen.Page.Url, StringComparison.Ordinal);
        Assert.Contains("status=any", seen.Page.Url, StringComparison.Ordinal);
        Assert.Equal(2, await seen.Page.Locator(".entries > li").CountAsync());
    }

    [BrowserFact]
    public async Task A_line_has_its_own_scale_and_what_has_no_end_is_drawn_open()
    {
        var seen = await service.OpenAsync("/?party=Ukraine");
        var lines = seen.Page.Locator(".timeline .series");
        var (small, open) = (lines.Filter(new() { HasText = "United States" }), lines.Filter(new() { HasText = "United Nations" }));

        var heights = await small.Locator(".bar").EvaluateAllAsync<float[]>("bars => bars.map(bar => bar.getBoundingClientRect().height)");
        var figures = await small.Locator(".axis text").AllTextContentsAsync();
        var plot = await open.Locator(".reach").EvaluateAsync<float>("reach => reach.getBoundingClientRect().height");
        var drawn = await open.Locator(".open").EvaluateAsync<float>("mark => mark.getBoundingClientRect().height");

        Assert.True(Assert.Single(heights) > 10);
        Assert.Equal(["0", "15", "30"], figures);
        Assert.Equal(1, await open.Locator(".arrow").CountAsync());
        Assert.Equal(0, await open.Locator("rect.bar").CountAsync());
        Assert.True(drawn < plot / 3);
        Assert.Equal("6 March 2024: 300,000 or more, 1 claim", await open.Locator(".quote").TextContentAsync());
    }

    [BrowserFact]
    public async Task The_words_of_a_picture_can_be_read_on_a_phone()
    {
        var seen = await service.OpenAsync("/?party=Russia", Screen.Phone);

        var sizes = await seen.Page.Locator(".picture text:not(.quote)").EvaluateAllAsync<float[]>(
            "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)");

        await seen.PictureAsync("pictures-phone");
        Assert.True(sizes.Length > 10);
        Assert.All(sizes, size => Assert.InRange(size, 11, 18));
    }
}
