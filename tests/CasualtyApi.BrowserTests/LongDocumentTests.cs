using System.Diagnostics;
using System.Globalization;
using CasualtyApi.Tests;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace CasualtyApi.BrowserTests;

/// <summary>The longest text that is read, with thousands of marks.</summary>
public sealed class LongDocumentTests : IClassFixture<BrowsedService>
{
    private readonly BrowsedService service;
    private readonly ITestOutputHelper output;

    public LongDocumentTests(BrowsedService service, ITestOutputHelper output)
    {
        (this.service, this.output) = (service, output);
        service.Articles["a-long-one.txt"] = LongArticle.Text();
    }

    [BrowserFact]
    public async Task A_text_of_one_mebibyte_with_thousands_of_marks_is_shown_and_its_last_mark_opens_its_card()
    {
        for (var turn = 0; turn < 5; turn++) output.WriteLine(await OpenedAsync());
        var seen = await service.OpenAsync("/documents/1");

        await seen.Page.Locator(".words .mark").Last.ClickAsync();
        var card = seen.Page.Locator(".chosen:is(.card, .said)");

        Assert.Equal(LongArticle.Marks, await seen.Page.Locator(".cards :is(.card, .said)").CountAsync());
        await Assertions.Expect(card).ToBeInViewportAsync();
        Assert.Empty(seen.Complaints);
    }

    /// <summary>Notes when the first mark is first within the window, by the browser's own clock: what is asked from outside waits until the page is laid out.</summary>
    private const string Noting = """
        new MutationObserver((_, found) => {
            const mark = document.querySelector('.words .mark');
            if (!mark) return;
            found.disconnect();
            new IntersectionObserver(seen => { window.firstMark ??= seen.some(one => one.isIntersecting) ? performance.now() : undefined; }).observe(mark);
        }).observe(document, { childList: true, subtree: true });
        """;

    /// <summary>Loads it, as somebody does who was never there; how long that took, for docs/reading-room.md.</summary>
    private async Task<string> OpenedAsync()
    {
        var seen = await service.OpenAsync("/codebook");
        await seen.Page.AddInitScriptAsync(Noting);
        var begin = Stopwatch.GetTimestamp();
        await seen.Page.GotoAsync("/documents/1", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var all = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        var first = await (await seen.Page.WaitForFunctionAsync("() => window.firstMark")).JsonValueAsync<double>();
        await seen.Page.CloseAsync();
        return string.Create(CultureInfo.InvariantCulture, $"first mark visible after {first:0} ms, all of it after {all:0} ms");
    }
}
