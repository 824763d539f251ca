namespace CasualtyApi.BrowserTests;

/// <summary>What of an article may be shown is shown, on every page that shows any of it.</summary>
public sealed class VisibilityTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    private const string Around = "The harbour of Strelsau lay silent.";

    [BrowserTheory]
    [InlineData("public", "17 Ruritanian sailors were killed", true, true)]
    [InlineData("spans-only", "18 Ruritanian sailors were killed", true, false)]
    [InlineData("withheld", "19 Ruritanian sailors were killed", false, false)]
    public async Task Pages_show_of_an_article_what_they_may(string visibility, string claimed, bool showsClaims, bool showsTheRest)
    {
        var seen = await service.SignedInAsync();
        var text = $"{Around} The mayor said {claimed} on the {visibility} quay. The navy said three Ruritanian sailors were killed on the {visibility} quay.";
        var written = await service.CallAsync(HttpMethod.Post, "/api/v1/documents", new { text, title = $"A quay that is {visibility}", publishedAt = "2024-03-05" });
        var id = written.GetProperty("id").GetInt64();
        if (visibility != "public") await service.CallAsync(HttpMethod.Patch, $"/api/v1/documents/{id}", new { visibility, reason = "As the publisher asked." });
        var claim = (await service.CallAsync(HttpMethod.Get, $"/api/v1/claims?document={id}")).GetProperty("items")[0].GetProperty("id").GetInt64();

        var (withClaims, withTheRest) = (new List<string>(), new List<string>());
        string[] showing = ["/", "/compare?party=Ruritania", "/review", $"/documents/{id}", $"/review/claims/{claim}"];
        foreach (var address in (string[])[.. showing, "/documents", $"/?document={id}", "/?q=Strelsau", "/ledger"])
        {
            await seen.GoAsync(address);
            var words = await seen.Page.ContentAsync();
            if (words.Contains(claimed, StringComparison.Ordinal)) withClaims.Add(address);
            if (words.Contains("lay silent", StringComparison.Ordinal)) withTheRest.Add(address);
            if (address == "/review" || address == showing[^1]) Assert.Empty((await seen.BarriersAsync()).Select(barrier => $"{address}, {visibility}: {barrier}"));
        }

        if (showsClaims) Assert.Subset(withClaims.ToHashSet(), showing[3..].ToHashSet());
        else Assert.Empty(withClaims);
        if (showsTheRest) Assert.Contains($"/documents/{id}", withTheRest);
        else Assert.Empty(withTheRest);
    }
}
