using System.Diagnostics;
using System.Globalization;
using System.Text;
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

    [BrowserFact]
    public async Task A_file_of_one_mebibyte_is_tried_and_words_tell_how_far_it_is()
    {
        var seen = await service.OpenAsync("/try");
        await seen.Page.EvaluateAsync(Listening);
        var begin = Stopwatch.GetTimestamp();

        await seen.SendAsync(() => seen.ChooseAsync(new() { Name = "long.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(LongArticle.Text()) }));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"shown after {Stopwatch.GetElapsedTime(begin).TotalMilliseconds:0} ms"));
        await seen.Page.Locator(".words .mark").Last.ClickAsync();

        Assert.Equal(["Sending the text", "It has arrived, and is being read", "It is read, and its marks are on their way"], await seen.Page.EvaluateAsync<string[]>("() => window.told"));
        Assert.Equal(LongArticle.Marks, await seen.Page.Locator(".cards :is(.card, .said)").CountAsync());
        await Assertions.Expect(seen.Page.Locator(".chosen:is(.card, .said)")).ToBeInViewportAsync();
        Assert.Empty(seen.Complaints);
    }

    /// <summary>Notes what the form says of its sending.</summary>
    private const string Listening = """
        () => {
            window.told = [];
            const words = document.querySelector('[data-does=progress]');
            new MutationObserver(() => window.told.at(-1) === words.textContent || window.told.push(words.textContent)).observe(words, { childList: true });
        }
        """;

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
