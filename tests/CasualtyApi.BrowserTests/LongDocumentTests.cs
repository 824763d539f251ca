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
        var seen = await service.OpenAsync("/codebook");
        for (var turn = 0; turn < 3; turn++) output.WriteLine(await OpenedAsync(seen));
        await seen.Page.WaitForLoadStateAsync(LoadState.Load);

        await seen.Page.Locator(".words .mark").Last.ClickAsync();
        var card = seen.Page.Locator(".chosen:is(.card, .said)");

        Assert.Equal(LongArticle.Marks, await seen.Page.Locator(".cards :is(.card, .said)").CountAsync());
        await Assertions.Expect(card).ToBeInViewportAsync();
        Assert.Empty(seen.Complaints);
    }

    /// <summary>Loads it anew; how long that took, for docs/reading-room.md.</summary>
    private static async Task<string> OpenedAsync(SeenPage seen)
    {
        var begin = Stopwatch.GetTimestamp();
        await seen.Page.GotoAsync("/documents/1", new() { WaitUntil = WaitUntilState.Commit });
        await seen.Page.Locator(".words .mark").First.WaitForAsync();
        var visible = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        await seen.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        return string.Create(CultureInfo.InvariantCulture, $"first mark visible after {visible:0} ms, all of it after {Stopwatch.GetElapsedTime(begin).TotalMilliseconds:0} ms");
    }
}
