namespace CasualtyApi.BrowserTests;

public sealed class SwaggerTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    [BrowserFact]
    public async Task Claims_can_be_listed_by_trying_it_out()
    {
        var seen = await service.OpenAsync("/swagger/");
        var operation = seen.Page.Locator("#operations-Claims-ListClaims");

        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.Locator(".try-out__btn").ClickAsync();
        await operation.Locator(".execute").ClickAsync();
        var answer = operation.Locator(".live-responses-table");
        await answer.WaitForAsync();
        await answer.ScrollIntoViewIfNeededAsync();
        await seen.PictureAsync("swagger");

        Assert.StartsWith("200", (await answer.Locator("tbody .response-col_status").First.InnerTextAsync()).Trim(), StringComparison.Ordinal);
        Assert.Contains("more than 1,000 North Korean troops killed or wounded", await answer.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(seen.Complaints);
    }

    [BrowserFact]
    public async Task Every_group_of_operations_is_shown_with_what_it_is()
    {
        var seen = await service.OpenAsync("/swagger/");
        await seen.Page.Locator(".opblock-tag").First.WaitForAsync();

        var groups = await seen.Page.Locator(".opblock-tag").AllInnerTextsAsync();

        Assert.Contains("Casualty claims", groups[0], StringComparison.Ordinal);
        Assert.All(groups, group => Assert.Contains('.', group));
        Assert.Empty(seen.Complaints);
    }

    [BrowserFact]
    public async Task Keys_are_listed_once_a_key_is_given_to_authorize()
    {
        var seen = await service.OpenAsync("/swagger/");
        await seen.Page.Locator(".btn.authorize").First.ClickAsync();
        await seen.Page.Locator(".auth-container input").FillAsync(BrowsedService.AdminKey);
        await seen.Page.Locator(".auth-btn-wrapper .authorize").ClickAsync();
        await seen.Page.Locator(".auth-btn-wrapper .btn-done").ClickAsync();
        var operation = seen.Page.Locator("#operations-Keys-ListKeys");
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.Locator(".try-out__btn").ClickAsync();
        await operation.Locator(".execute").ClickAsync();
        var answer = operation.Locator(".live-responses-table");
        await answer.WaitForAsync();

        Assert.StartsWith("200", (await answer.Locator("tbody .response-col_status").First.InnerTextAsync()).Trim(), StringComparison.Ordinal);
        Assert.Contains("CASUALTY_ADMIN_KEY", await answer.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(seen.Complaints);
    }
}
