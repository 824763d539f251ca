using CasualtyApi.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CasualtyApi.BrowserTests;

/// <summary>A page, and what the browser complained of while it was looked at: scripts that failed, what the CSP refused, what was not found.</summary>
internal sealed class SeenPage
{
    private static readonly string Pictures = Path.Combine(Repository.Root, ".artifacts", "pictures");

    /// <summary>In milliseconds: far beyond what any step takes, for no test asserts a time.</summary>
    private const float Patience = 120_000;

    public SeenPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Dialog += (_, dialog) => Note(true, $"A script said: {dialog.Message}");
        page.RequestFailed += (_, request) => Note(true, $"{request.Url} {request.Failure}");
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    /// <summary>Goes on to another address in the same window.</summary>
    public Task GoAsync(string address) => Page.GotoAsync(address);

    /// <summary>Does what sends a form, and waits until the answer stands in the place of what was there, with a script or without.</summary>
    public async Task SendAsync(Func<Task> send)
    {
        await Page.EvaluateAsync("document.querySelector('main').dataset.left = ''");
        await send();
        await Page.Locator("main:not([data-left])").WaitForAsync();
    }

    /// <summary>Chooses a file in the one field for files.</summary>
    public Task ChooseAsync(FilePayload file) => Page.Locator("[type=file]").SetInputFilesAsync(file);

    /// <summary>Goes on with the keyboard until something has the focus.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var stop = 0; stop < 400; stop++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"The keyboard never comes to {selector}.");
    }

    /// <summary>Whether all of it can be read without scrolling sideways.</summary>
    public Task<bool> FitsAsync() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth");

    /// <summary>What axe finds wrong for those who do not see or do not use a mouse: rule and elements.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(5).Select(node => node.Html))}")];
    }

    /// <summary>Keeps a picture of it in <c>.artifacts/pictures</c>, for whoever wants to see what a test saw.</summary>
    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="isWhole">Else only what the screen shows.</param>
    /// <remarks>
    /// Chromium now and then refuses a picture that it takes when asked again a moment later (github.com/MarketSquare/robotframework-browser/issues/5237 counts it);
    /// one that it never takes is refused here too.
    /// </remarks>
    public async Task PictureAsync(string name, bool isWhole = true)
    {
        for (var refusals = 0; ; refusals++)
        {
            try
            {
                await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = isWhole });
                return;
            }
            catch (PlaywrightException refused) when (refusals < 5 && refused.Message.Contains("Unable to capture screenshot", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private void Note(bool isComplaint, string words)
    {
        if (isComplaint) Complaints.Add(words);
    }
}
