using Microsoft.Playwright;

namespace CasualtyApi.BrowserTests;

/// <summary>What a reviewer does.</summary>
internal static class Reviewing
{
    /// <summary>Signs in, with the admin's key unless another is given.</summary>
    public static async Task<SeenPage> SignedInAsync(this BrowsedService service, string key = BrowsedService.AdminKey, BrowserNewPageOptions? looking = null)
    {
        var seen = await service.OpenAsync("/review", looking);
        await seen.Page.FillAsync("#key", key);
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Sign in"));
        return seen;
    }

    /// <summary>Fills in and sends the decision on the claim that is shown.</summary>
    public static Task DecideAsync(this SeenPage seen, string decision, string reason) => seen.SendAsync(() => seen.TryToDecideAsync(decision, reason));

    /// <summary>The same, where no answer may come.</summary>
    public static async Task TryToDecideAsync(this SeenPage seen, string decision, string reason)
    {
        await seen.Page.CheckAsync($"input[value={decision}]");
        await seen.Page.FillAsync("#reason", reason);
        await seen.Page.ClickAsync("form[aria-labelledby=decide] button");
    }

    public static Task<string> AlertAsync(this SeenPage seen) => seen.Page.Locator("[role=alert]").InnerTextAsync();

    public static Task<string> NewsAsync(this SeenPage seen) => seen.Page.Locator("[role=status]").InnerTextAsync();
}
