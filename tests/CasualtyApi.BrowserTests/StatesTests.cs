namespace CasualtyApi.BrowserTests;

/// <summary>What pages become by what somebody does on them: it bars nobody in light or dark, and fits a phone.</summary>
public sealed class StatesTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    private const string Text = "😀 Police said more than 40 people, including nine children, were killed in Kisumu on Sunday. “No one was hurt,” the mayor said.";

    private static readonly (string Name, Func<SeenPage, BrowsedService, Task> Reach)[] States =
    [
        ("overview-figures", async (seen, _) =>
        {
            await seen.GoAsync("/");
            await seen.Page.Locator(".subject summary").First.ClickAsync();
        }),
        ("overview-nothing-found", (seen, _) => seen.GoAsync("/?q=zeppelin")),
        ("document-chosen", async (seen, _) =>
        {
            await seen.GoAsync("/documents/1");
            await seen.Page.Locator(".words .mark[data-n]").First.ClickAsync();
        }),
        ("ledger-computed", async (seen, _) =>
        {
            await seen.GoAsync("/ledger?position=17");
            await seen.Page.ClickAsync("text=Compute it again");
            await seen.Page.Locator("output", new() { HasTextRegex = new("root") }).WaitForAsync();
        }),
        ("try-read", async (seen, _) =>
        {
            await seen.GoAsync("/try");
            await seen.Page.FillAsync("textarea", Text);
            await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));
        }),
        ("try-refused", async (seen, _) =>
        {
            await seen.Page.ClickAsync("summary");
            await seen.SendAsync(() => seen.Page.ClickAsync("button:text('Keep it')"));
        }),
        ("try-nothing", async (seen, _) =>
        {
            await seen.GoAsync("/try");
            await seen.SendAsync(() => seen.Page.ClickAsync("text=Read it"));
        }),
        ("review-signed-out", (seen, _) => seen.GoAsync("/review/claims/1")),
        ("review-bad-key", async (seen, _) =>
        {
            await seen.Page.FillAsync("#key", "short");
            await seen.SendAsync(() => seen.Page.ClickAsync("text=Sign in"));
        }),
        ("review-queue", async (seen, _) =>
        {
            await seen.Page.FillAsync("#key", BrowsedService.AdminKey);
            await seen.SendAsync(() => seen.Page.ClickAsync("text=Sign in"));
            await seen.GoAsync("/review");
        }),
        ("review-at-work", (seen, _) => seen.GoAsync("/review/claims/2")),
        ("review-changed-meanwhile", async (seen, service) =>
        {
            await service.CallAsync(HttpMethod.Post, "/api/v1/claims/2/decisions", new { decision = "accept", reason = "Faithful." });
            await service.CallAsync(HttpMethod.Post, "/api/v1/claims/2/decisions", new { decision = "reopen", reason = "Or is it?" });
            await seen.DecideAsync("accept", "Faithful.");
        }),
        ("review-done", async (seen, service) =>
        {
            await seen.DecideAsync("accept", "Faithful.");
            await service.CallAsync(HttpMethod.Post, "/api/v1/claims/2/decisions", new { decision = "reopen", reason = "For the next look." });
        }),
    ];

    public static TheoryData<string> Looks => ["", "-dark", "-phone"];

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task No_state_of_a_page_bars_anybody(string look)
    {
        var seen = await service.OpenAsync("/", look switch { "-dark" => Screen.Dark, "-phone" => Screen.Phone, _ => null });
        foreach (var (name, reach) in States)
        {
            await reach(seen, service);
            await seen.PictureAsync(name + look);

            if (look == "-phone") Assert.True(await seen.FitsAsync(), $"{name} is wider than a phone.");
            else Assert.Empty((await seen.BarriersAsync()).Select(barrier => $"{name}{look}: {barrier}"));
        }
    }
}
