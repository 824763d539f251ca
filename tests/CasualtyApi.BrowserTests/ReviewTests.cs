using Microsoft.Playwright;

namespace CasualtyApi.BrowserTests;

public sealed class ReviewTests(BrowsedService service) : IClassFixture<BrowsedService>
{
    [BrowserFact]
    public async Task A_reading_is_accepted_with_a_reason_and_undone_by_a_new_decision()
    {
        var seen = await service.SignedInAsync();
        await seen.PictureAsync("review");
        await seen.GoAsync("/review/claims/4");
        await seen.PictureAsync("review-claim");

        await seen.DecideAsync("accept", "The words say so.");
        var done = await seen.NewsAsync();
        await seen.DecideAsync("reopen", "Look again.");
        await seen.GoAsync("/documents/1");
        var history = await seen.Page.Locator("#claim-4 .history").InnerTextAsync();
        await seen.GoAsync("/ledger");

        Assert.Contains("It is done", done, StringComparison.Ordinal);
        Assert.Contains("The words say so.", history, StringComparison.Ordinal);
        Assert.Contains("Look again.", history, StringComparison.Ordinal);
        Assert.Contains("Look again.", await seen.Page.Locator("main .entries").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(seen.Complaints);
    }

    [BrowserFact]
    public async Task Of_two_reviewers_the_slower_is_told_and_keeps_what_was_typed()
    {
        var (one, other) = (await service.SignedInAsync(), await service.SignedInAsync(await service.MakeKeyAsync("reviewer")));
        await one.GoAsync("/review/claims/5");
        await other.GoAsync("/review/claims/5");
        await other.Page.FillAsync("#count", "heavy");

        await one.DecideAsync("accept", "Faithful.");
        await other.DecideAsync("reject", "I think it is not.");
        var told = await other.AlertAsync();
        var (typed, elsewhere) = (await other.Page.InputValueAsync("#reason"), await other.Page.InputValueAsync("#count"));
        var (meanwhile, chosen) = (await other.Page.Locator(".error + .history").InnerTextAsync(), await other.Page.Locator("fieldset .notice").InnerTextAsync());
        await other.PictureAsync("review-stale");
        await other.DecideAsync("retract", typed);

        Assert.Contains("Somebody else changed this claim", told, StringComparison.Ordinal);
        Assert.Equal(("I think it is not.", "heavy"), (typed, elsewhere));
        Assert.Matches("^accepted by key:1 on .*: Faithful\\.$", meanwhile);
        Assert.Equal("You chose “No: reject”, which cannot be done to a claim that is accepted.", chosen);
        Assert.Equal("retracted", (await service.CallAsync(HttpMethod.Get, "/api/v1/claims/5")).GetProperty("status").GetString());
    }

    [BrowserFact]
    public async Task What_somebody_else_corrected_meanwhile_is_not_corrected_back()
    {
        var seen = await service.SignedInAsync();
        await seen.GoAsync("/review/claims/1");
        await service.CallAsync(HttpMethod.Patch, "/api/v1/claims/1", new { scope = "total", reason = "It runs on." });

        await seen.Page.SelectOptionAsync("#certainty", "likely");
        await seen.Page.FillAsync("#what", "“Indicate” is no more.");
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Correct it"));
        var told = await seen.AlertAsync();
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Correct it"));
        var claim = await service.CallAsync(HttpMethod.Get, "/api/v1/claims/1");

        Assert.Contains("Somebody else changed this claim", told, StringComparison.Ordinal);
        Assert.Equal(("total", "likely"), (claim.GetProperty("scope").GetString(), claim.GetProperty("certainty").GetString()));
    }

    [BrowserFact]
    public async Task Words_selected_in_the_text_become_the_words_of_the_claim()
    {
        var seen = await service.SignedInAsync();
        await seen.GoAsync("/review/claims/6");

        var ends = await seen.Page.EvaluateAsync<float[]>("""
            () => {
              const mark = document.querySelector(".words [data-marks~=claim-6]");
              mark.scrollIntoView({ block: "center" });
              const words = document.createRange();
              words.setStart(mark.firstChild, 0);
              words.setEnd(mark.firstChild, "heavy losses".length);
              const { left, right, top, height } = words.getBoundingClientRect();
              return [left + 1, right, top + (height / 2)];
            }
            """);
        await seen.Page.Mouse.MoveAsync(ends[0], ends[2]);
        await seen.Page.Mouse.DownAsync();
        await seen.Page.Mouse.MoveAsync(ends[1], ends[2], new() { Steps = 8 });
        await seen.Page.Mouse.UpAsync();
        await Assertions.Expect(seen.Page.Locator("#exact")).ToHaveValueAsync("heavy losses");
        await seen.Page.FillAsync("#what", "Shorter words say it.");
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Correct it"));
        var claim = await service.CallAsync(HttpMethod.Get, "/api/v1/claims/6");

        Assert.Equal("heavy losses", claim.GetProperty("quote").GetProperty("exact").GetString());
        Assert.Equal(2, claim.GetProperty("revision").GetInt32());
        Assert.Contains("corrected by", await seen.Page.Locator("#claim-6 .history").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_correction_that_changes_nothing_is_not_said_to_be_done_nor_is_what_an_address_says()
    {
        var seen = await service.SignedInAsync();
        await seen.GoAsync("/review/claims/7?done=1");
        var claimed = await seen.Page.Locator("[role=status]").CountAsync();

        await seen.Page.FillAsync("#what", "I thought it was wrong.");
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Correct it"));

        Assert.Equal(0, claimed);
        Assert.Contains("nothing was corrected", await seen.AlertAsync(), StringComparison.Ordinal);
        Assert.Equal("I thought it was wrong.", await seen.Page.InputValueAsync("#what"));
    }

    [BrowserFact]
    public async Task What_contradicts_a_claim_is_said_in_the_queue_and_beside_its_words()
    {
        foreach (var said in new[] { "Police said 20 people were killed in Gulu on 3 March 2024.", "The army said 55 people were killed in Gulu on 3 March 2024." })
        {
            await service.CallAsync(HttpMethod.Post, "/api/v1/documents", new { text = said, publishedAt = "2024-03-04" });
        }

        var seen = await service.SignedInAsync();
        var reason = await seen.Page.Locator(".entries > li:has-text('20 people') .reason").InnerTextAsync();
        await seen.SendAsync(() => seen.Page.ClickAsync(".entries > li:has-text('20 people') a[href^='/review/claims/']"));

        Assert.Contains("Somebody else says what its range does not meet", reason, StringComparison.Ordinal);
        Assert.Contains("says 55 of the same people", await seen.Page.Locator(".contradiction").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Signed in as key:", await seen.Page.Locator(".signed-in").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await seen.BarriersAsync());
    }

    [BrowserFact]
    public async Task Words_cut_too_short_to_hold_the_count_are_told()
    {
        var written = await service.CallAsync(HttpMethod.Post, "/api/v1/documents", new { text = "Police said seventeen guards were hurt in Leeds." });
        var claims = await service.CallAsync(HttpMethod.Get, $"/api/v1/claims?document={written.GetProperty("id")}");
        var seen = await service.SignedInAsync();
        await seen.GoAsync($"/review/claims/{claims.GetProperty("items")[0].GetProperty("id")}");
        var before = await seen.Page.GetByText("does not stand within the words").CountAsync();

        await seen.Page.FillAsync("#exact", "guards were hurt");
        await seen.Page.FillAsync("#what", "Shorter.");
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Correct it"));

        Assert.Equal(0, before);
        Assert.Contains("“seventeen” does not stand within the words", await seen.Page.Locator(".cards .notice").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_mistyped_address_of_the_queue_is_told()
    {
        var seen = await service.SignedInAsync();

        await seen.GoAsync("/review?curser=x");

        Assert.Contains("There is no parameter 'curser' here.", await seen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_the_operation_refuses_is_told_in_its_words_and_stays_in_its_field()
    {
        var seen = await service.SignedInAsync();
        await seen.GoAsync("/review/claims/2");

        await seen.Page.FillAsync("#high", "many");
        await seen.Page.FillAsync("#what", "So it seems.");
        await seen.SendAsync(() => seen.Page.ClickAsync("text=Correct it"));

        Assert.Contains("wrong type", await seen.AlertAsync(), StringComparison.Ordinal);
        Assert.Contains("“at most”", await seen.AlertAsync(), StringComparison.Ordinal);
        Assert.Equal(("many", "So it seems."), (await seen.Page.InputValueAsync("#high"), await seen.Page.InputValueAsync("#what")));
    }

    [BrowserFact]
    public async Task A_key_that_expires_at_work_is_typed_anew_and_nothing_else_is()
    {
        var seen = await service.SignedInAsync(await service.MakeKeyAsync("reviewer", service.Clock.GetUtcNow().AddHours(1)));
        await seen.GoAsync("/review/claims/2");
        service.Clock.Ahead += TimeSpan.FromHours(2);

        await seen.DecideAsync("accept", "As it was said.");
        var (told, typed) = (await seen.AlertAsync(), await seen.Page.InputValueAsync("#reason"));
        await seen.PictureAsync("review-expired");
        await seen.Page.FillAsync("#key-to-decide", BrowsedService.AdminKey);
        await seen.SendAsync(() => seen.Page.ClickAsync("form[aria-labelledby=decide] button"));

        Assert.Contains("This key has expired", told, StringComparison.Ordinal);
        Assert.Equal("As it was said.", typed);
        Assert.Contains("It is done", await seen.NewsAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_decision_whose_answer_was_lost_is_sent_again_and_taken_once()
    {
        var seen = await service.SignedInAsync();
        await seen.GoAsync("/review/claims/3");
        await seen.Page.RouteAsync("**/decisions", async route =>
        {
            await route.FetchAsync(new() { MaxRedirects = 0 });
            await route.AbortAsync("connectionreset");
        }, new() { Times = 1 });

        await seen.TryToDecideAsync("accept", "So she said.");
        await seen.Page.Locator("[role=alert]").WaitForAsync();
        var (told, typed) = (await seen.AlertAsync(), await seen.Page.InputValueAsync("#reason"));
        await seen.SendAsync(() => seen.Page.ClickAsync("form[aria-labelledby=decide] button"));
        var states = await service.CallAsync(HttpMethod.Get, "/api/v1/claims/3/revisions");

        Assert.Contains("connection was lost", told, StringComparison.Ordinal);
        Assert.Equal("So she said.", typed);
        Assert.Contains("It is done", await seen.NewsAsync(), StringComparison.Ordinal);
        Assert.Equal(2, states.GetProperty("total").GetInt32());
    }

    [BrowserFact]
    public async Task The_keyboard_alone_signs_in_decides_and_comes_back()
    {
        var written = await service.CallAsync(HttpMethod.Post, "/api/v1/documents", new { text = "Police said two guards were hurt in Oslo." });
        var seen = await service.OpenAsync($"/documents/{written.GetProperty("id")}");
        var keyboard = seen.Page.Keyboard;

        await seen.TabToAsync("a[href^='/review/claims/']");
        await seen.SendAsync(() => keyboard.PressAsync("Enter"));
        await seen.TabToAsync("#key");
        await keyboard.TypeAsync(BrowsedService.AdminKey);
        await seen.SendAsync(() => keyboard.PressAsync("Enter"));
        await seen.TabToAsync("[name=decision]");
        await keyboard.PressAsync("Space");
        await seen.TabToAsync("#reason");
        await keyboard.TypeAsync("So the police said.");
        await seen.SendAsync(() => keyboard.PressAsync("Enter"));

        Assert.Contains("It is done", await seen.NewsAsync(), StringComparison.Ordinal);
        Assert.True(await seen.Page.Locator("[role=status]").EvaluateAsync<bool>("news => news === document.activeElement"));
        await seen.TabToAsync("[role=status] a[href='/review']");
    }

    [BrowserFact]
    public async Task Without_a_script_a_claim_is_decided_all_the_same()
    {
        var seen = await service.SignedInAsync(looking: Screen.WithoutScript);
        var written = await service.CallAsync(HttpMethod.Post, "/api/v1/documents", new { text = "Police said three guards were hurt in Oslo." });
        var claims = await service.CallAsync(HttpMethod.Get, $"/api/v1/claims?document={written.GetProperty("id")}");
        await seen.GoAsync($"/review/claims/{claims.GetProperty("items")[0].GetProperty("id")}");

        await seen.TryToDecideAsync("reject", "Wrong.");
        await seen.Page.Locator("[role=status]").WaitForAsync();

        Assert.Contains("It is done", await seen.NewsAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_key_that_opens_nothing_is_told_so()
    {
        var seen = await service.SignedInAsync("no key of this service at all, whatever it looks like");

        Assert.Contains("not known here", await seen.AlertAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_key_that_may_not_decide_is_told_at_once_and_by_the_operation()
    {
        var seen = await service.SignedInAsync(await service.MakeKeyAsync("reader"));
        var greeted = await seen.Page.Locator(".notice").First.InnerTextAsync();
        await seen.GoAsync("/review/claims/1");

        await seen.DecideAsync("accept", "I would say so.");

        Assert.Contains("role of a reader", greeted, StringComparison.Ordinal);
        Assert.Contains("needs the role 'reviewer'", await seen.AlertAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_cookie_of_a_key_is_for_no_script_and_no_other_site_and_the_api_does_not_read_it()
    {
        var seen = await service.SignedInAsync();

        var cookie = (await seen.Page.Context.CookiesAsync()).Single(cookie => cookie.Name == "key");
        var answer = await seen.Page.APIRequest.PostAsync("/api/v1/documents", new() { DataObject = new { text = "Nobody was hurt." } });
        var bare = await seen.Page.APIRequest.PostAsync("/review/claims/1/decisions", new() { DataString = "decision=accept&reason=x", Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" } });

        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Strict, cookie.SameSite);
        Assert.DoesNotContain(BrowsedService.AdminKey, cookie.Value, StringComparison.Ordinal);
        Assert.Equal((401, 400), (answer.Status, bare.Status));
    }

    [BrowserFact]
    public async Task Who_signs_out_has_no_cookie_any_more()
    {
        var seen = await service.SignedInAsync();

        await seen.SendAsync(() => seen.Page.ClickAsync("text=Sign out"));

        Assert.True(await seen.Page.Locator("#key").IsVisibleAsync());
        Assert.DoesNotContain(await seen.Page.Context.CookiesAsync(), cookie => cookie.Name == "key");
    }
}
