using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Claims;

public sealed class DecideClaimTests(SampledService service) : IClassFixture<SampledService>
{
    private const string Accept = """{"decision":"accept","reason":"The words say so."}""";
    private const string Reject = """{"decision":"reject","reason":"The words do not say so."}""";
    private const string Retract = """{"decision":"retract","reason":"The article was withdrawn."}""";
    private const string Reopen = """{"decision":"reopen","reason":"To be looked at again."}""";

    [Fact]
    public async Task A_claim_is_accepted_graded_retracted_and_opened_again_by_an_admin()
    {
        var position = await service.PositionAsync();
        var accepted = await service.DecideAsync(5, """{"decision":"accept","reason":"The words say so.","credibility":3}""");
        Assert.Equal(("accepted", 3), (accepted.Text("status"), accepted.GetProperty("credibility").GetInt32()));
        var retracted = await service.DecideAsync(5, Retract);
        Assert.Equal(("retracted", 3), (retracted.Text("status"), retracted.GetProperty("credibility").GetInt32()));
        Assert.Equal("role-too-low", (await service.DecideAsync(5, Reopen, 403)).Slug());
        Assert.Equal("retracted", (await service.GetAsync("/api/v1/claims/5")).Text("status"));
        Assert.Equal(0, (await service.GetAsync("/api/v1/claims?statement=8")).GetProperty("total").GetInt32());
        Assert.Equal("candidate", (await service.DecideAsync(5, Reopen, role: Role.Admin)).Text("status"));

        var changes = (await service.GetAsync($"/api/v1/changes?after={position}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["accepted", "retracted", "reopened"], changes.Select(change => change.Text("kind")));
        Assert.Equal(["candidate", "accepted", "retracted"], changes.Select(change => change.GetProperty("before").Text("status")));
        Assert.Equal(["The words say so.", "The article was withdrawn.", "To be looked at again."], changes.Select(change => change.Text("reason")));
        Assert.Equal("retracted", (await service.GetAsync($"/api/v1/claims/5?asOf={position + 2}")).Text("status"));
    }

    [Fact]
    public async Task What_the_table_does_not_know_is_a_conflict_that_names_what_can_be_decided()
    {
        var refused = await service.DecideAsync(6, Retract, 409);
        Assert.Equal("decision-not-possible", refused.Slug());
        Assert.Contains("Claim 6 is candidate; that allows: accept, reject, supersede.", refused.Detail(), StringComparison.Ordinal);
        await service.DecideAsync(6, Reject);
        Assert.Contains("that allows: reopen.", (await service.DecideAsync(6, Accept, 409)).Detail(), StringComparison.Ordinal);
        Assert.Equal("candidate", (await service.DecideAsync(6, Reopen)).Text("status"));
    }

    [Fact]
    public async Task A_claim_is_superseded_by_one_of_its_document_that_stands()
    {
        string By(string id) => $$"""{"decision":"supersede","reason":"A better reading.","by":{{id}}}""";

        Assert.Equal("is missing: which claim takes its place?", (await service.DecideAsync(8, By("null"), 400)).Error("by"));
        Assert.Equal("goes with 'supersede' alone.", (await service.DecideAsync(8, """{"decision":"accept","reason":"x","by":9}""", 400)).Error("by"));
        Assert.Equal("unknown-reference", (await service.DecideAsync(8, By("999"), 422)).Slug());
        Assert.Contains("is the claim itself", (await service.DecideAsync(8, By("8"), 422)).Error("by"), StringComparison.Ordinal);
        Assert.Contains("of another document", (await service.DecideAsync(8, By("1"), 422)).Error("by"), StringComparison.Ordinal);

        var superseded = await service.DecideAsync(8, By("9"));
        Assert.Equal(("superseded", 9), (superseded.Text("status"), superseded.GetProperty("supersededBy").GetInt64()));
        Assert.Contains("which is superseded", (await service.DecideAsync(9, By("8"), 422)).Error("by"), StringComparison.Ordinal);
        Assert.Equal(9, (await service.GetAsync("/api/v1/claims?status=superseded")).GetProperty("items")[0].GetProperty("supersededBy").GetInt64());
        var opened = await service.DecideAsync(8, Reopen, role: Role.Admin);
        Assert.Equal(("candidate", System.Text.Json.JsonValueKind.Null), (opened.Text("status"), opened.GetProperty("supersededBy").ValueKind));
    }

    [Fact]
    public async Task Nobody_decides_on_what_he_added_or_corrected()
    {
        var corrected = await service.CorrectAsync("claims/10", """{"scope":"period","reason":"It is a window."}""");
        Assert.Equal("period", corrected.Text("scope"));
        var own = await service.DecideAsync(10, Accept, 403);
        Assert.Equal("own-contribution", own.Slug());
        Assert.Contains("Claim 10 was added or corrected with this key", own.Detail(), StringComparison.Ordinal);
        Assert.Equal("own-contribution", (await service.DecideAsync(10, Retract, 403)).Slug());

        // Who merely decided has contributed nothing, and may decide again.
        Assert.Equal("accepted", (await service.DecideAsync(10, Accept, role: Role.Admin)).Text("status"));
        Assert.Equal("retracted", (await service.DecideAsync(10, Retract, role: Role.Admin)).Text("status"));
    }

    [Fact]
    public async Task Of_fifty_decisions_on_one_state_one_is_taken()
    {
        var (tag, position) = (await service.TagAsync("claims/7"), await service.PositionAsync());
        var keys = new[] { await service.KeyAsync(Role.Reviewer), await service.KeyAsync(Role.Admin) };
        var statuses = await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            using var answer = await service.WriteAsync(
                HttpMethod.Post, "/api/v1/claims/7/decisions", number % 2 == 0 ? Accept : Reject, keys[number % 4 / 2], ("If-Match", tag));
            return (int)answer.StatusCode;
        }));

        Assert.Equal((1, 49), (statuses.Count(status => status == 200), statuses.Count(status => status == 412)));
        Assert.Equal(position + 1, await service.PositionAsync());
    }

    [Theory]
    [InlineData("""{"decision":"approve","reason":"x"}""", "decision")]
    [InlineData("""{"decision":"accept","reason":""}""", "reason")]
    [InlineData("""{"decision":"accept","reason":"  "}""", "reason")]
    [InlineData("""{"decision":"accept"}""", "reason")]
    [InlineData("""{"decision":"accept","reason":"x","credibility":0}""", "credibility")]
    [InlineData("""{"decision":"accept","reason":"x","credibility":7}""", "credibility")]
    public async Task A_decision_is_whole(string json, string member)
    {
        var problem = await service.DecideAsync(1, json, 400);

        Assert.Equal("bad-value", problem.Slug());
        Assert.NotEmpty(problem.Error(member));
        Assert.Equal("candidate", (await service.GetAsync("/api/v1/claims/1")).Text("status"));
    }

    [Fact]
    public async Task Figures_obey_decisions()
    {
        async Task<(string Value, string Reviewed, string Reasons)> FiguresAsync()
        {
            var answer = await service.GetAsync("/api/v1/aggregates?method=range&originator=United States government&status=any");
            return (answer.GetProperty("items").GetRawText().Contains("\"low\":1000", StringComparison.Ordinal) ? "1000" : "none",
                answer.GetProperty("items").GetArrayLength() == 0 ? "" : answer.GetProperty("items")[0].GetProperty("reviewed").GetRawText(),
                answer.GetProperty("excluded").GetProperty("byReason").GetRawText());
        }

        Assert.Equal(("1000", """{"accepted":0,"candidate":1}"""), ((await FiguresAsync()).Value, (await FiguresAsync()).Reviewed));
        await service.DecideAsync(2, Accept);
        Assert.Equal(("1000", """{"accepted":1,"candidate":0}"""), ((await FiguresAsync()).Value, (await FiguresAsync()).Reviewed));
        await service.DecideAsync(2, Retract);
        await service.DecideAsync(3, Reject);
        var (value, _, reasons) = await FiguresAsync();
        Assert.Equal("none", value);
        Assert.Contains("\"status\":2", reasons, StringComparison.Ordinal);
        await service.DecideAsync(2, Reopen, role: Role.Admin);
        await service.DecideAsync(3, Reopen);
        Assert.Equal("1000", (await FiguresAsync()).Value);
    }
}
