using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Sources;

public sealed class WritingSourcesTests(SampledService service) : IClassFixture<SampledService>
{
    private const string Unmerged = "null";

    [Fact]
    public async Task A_source_by_hand_is_found_by_its_names_and_not_added_twice()
    {
        var id = await service.AddAsync("sources", """{"name":"Institute of Examples","kind":"analyst","country":"FR","aliases":["IoE"],"role":"think tank"}""");
        var source = await service.GetAsync($"/api/v1/sources/{id}");
        Assert.Equal(("Institute of Examples", "analyst", """["IoE"]"""), (source.Text("name"), source.Text("kind"), source.GetProperty("aliases").GetRawText()));
        Assert.Equal(0, (await service.GetAsync("/api/v1/claims?claimant=ioe")).GetProperty("total").GetInt32());

        Assert.Contains($"Source {id} bears such a name", (await PostAsync("""{"name":"IOE","kind":"organization"}""", 409)).Detail(), StringComparison.Ordinal);
        await service.AddAsync("sources", """{"name":"Institute of Examples","kind":"analyst","country":"DE"}""");
        await service.AddAsync("sources", """{"name":"Institute of Examples","kind":"person"}""");
    }

    [Theory]
    [InlineData("""{"name":"A resident","kind":"unnamed"}""", 400, "bad-value", "belongs to one document")]
    [InlineData("""{"name":"Reuters","kind":"media","documentId":1}""", 400, "bad-value", "goes with kind 'unnamed' alone")]
    [InlineData("""{"name":"A resident","kind":"unnamed","documentId":999}""", 422, "unknown-reference", "names document 999")]
    [InlineData("""{"name":"Reuters","kind":"media","affiliation":{"id":999}}""", 422, "unknown-reference", "names source 999")]
    [InlineData("""{"name":"Reuters","kind":"media","affiliation":{"id":5}}""", 422, "not-possible", "which is unnamed")]
    [InlineData("""{"name":"!!","kind":"media"}""", 400, "bad-value", "is blank")]
    [InlineData("""{"name":"a\nb","kind":"media"}""", 400, "bad-value", "stands on one line")]
    [InlineData("""{"name":"Reuters","kind":"media","aliases":[null]}""", 400, "bad-value", "has a name that is blank")]
    [InlineData("""{"name":"Reuters","kind":"media","country":"uk"}""", 400, "bad-value", "no country code")]
    [InlineData("""{"name":"Reuters","kind":"media","reliability":"A"}""", 400, "unknown-member", "reliability")]
    public async Task What_cannot_be_is_refused(string json, int status, string slug, string says)
    {
        var position = await service.PositionAsync();
        var problem = await PostAsync(json, status);

        Assert.Equal(slug, problem.Slug());
        Assert.Contains(says, problem.Detail(), StringComparison.Ordinal);
        Assert.Equal(position, await service.PositionAsync());
    }

    [Fact]
    public async Task A_grade_is_given_for_a_reason_and_the_hierarchy_goes_by_it()
    {
        async Task<string> HierarchyAsync() => (await service.GetAsync("/api/v1/aggregates?method=hierarchy&originator=United States government")).GetRawText();

        Assert.Contains("not-assessed", await HierarchyAsync(), StringComparison.Ordinal);
        Assert.Equal("bad-value", (await service.CorrectAsync("sources/2", """{"reliability":"B"}""", 400)).Slug());
        Assert.Equal("bad-value", (await service.CorrectAsync("sources/2", """{"reliability":"G","reason":"x"}""", 400)).Slug());
        var graded = await service.CorrectAsync("sources/2", """{"reliability":"B","reason":"Its figures were confirmed later."}""");
        Assert.Equal("B", graded.Text("reliability"));
        Assert.DoesNotContain("not-assessed", await HierarchyAsync(), StringComparison.Ordinal);
        await service.CorrectAsync("sources/2", """{"reliability":"F","reason":"It cannot be judged after all."}""");
        Assert.Contains("not-assessed", await HierarchyAsync(), StringComparison.Ordinal);
        await service.CorrectAsync("sources/2", """{"reliability":null,"reason":"Not judged yet."}""");

        var states = (await service.GetAsync("/api/v1/sources/2/revisions")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([Unmerged, "F", "B"], states.Take(3).Select(state => state.GetProperty("source").GetProperty("reliability").GetString() ?? "null"));
        Assert.Equal("Its figures were confirmed later.", states[2].Text("reason"));
    }

    [Fact]
    public async Task A_source_is_corrected_and_its_claims_are_found_by_the_new_name()
    {
        var id = (await service.GetAsync("/api/v1/sources?q=Núñez")).GetProperty("items")[0].Id();
        var corrected = await service.CorrectAsync($"sources/{id}", """{"name":"Ana Nuñez García","aliases":["Ana"],"role":"Spokeswoman","country":"ES","reason":"Her full name."}""");

        Assert.Equal(("Ana Nuñez García", "Spokeswoman", "ES"), (corrected.Text("name"), corrected.Text("role"), corrected.Text("country")));
        Assert.Equal(1, (await service.GetAsync("/api/v1/claims?claimant=ana nunez garcia")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await service.GetAsync("/api/v1/claims?q=garcia")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await service.GetAsync("/api/v1/claims?claimantCountry=ES")).GetProperty("total").GetInt32());
        Assert.Equal("not-possible", (await service.CorrectAsync($"sources/{id}", """{"kind":"unnamed","reason":"x"}""", 422)).Slug());
        Assert.Equal("unknown-member", (await service.CorrectAsync($"sources/{id}", """{"mergedInto":2,"reason":"x"}""", 400)).Slug());
    }

    [Fact]
    public async Task Nobody_speaks_for_himself_by_a_roundabout_way()
    {
        var (top, middle) = (await AddAsync("Top"), await AddAsync("Middle"));
        await service.CorrectAsync($"sources/{middle}", $$"""{"affiliation":{"id":{{top}}},"reason":"It speaks for it."}""");

        Assert.Contains("speaks for it", (await service.CorrectAsync($"sources/{top}", $$"""{"affiliation":{"id":{{middle}}},"reason":"x"}""", 422)).Error("affiliation.id"), StringComparison.Ordinal);
        Assert.Contains("would speak for itself", (await service.MergeAsync(top, middle, 422)).Error("into"), StringComparison.Ordinal);

        // Merged, its own affiliation is of no account, until the merger is taken back.
        var (other, third) = (await AddAsync("Other"), await AddAsync("Third"));
        await service.CorrectAsync($"sources/{other}", $$"""{"affiliation":{"id":{{third}}},"reason":"It speaks for it."}""");
        await service.MergeAsync(other, top);
        await service.CorrectAsync($"sources/{third}", $$"""{"affiliation":{"id":{{other}}},"reason":"And that for this."}""");
        Assert.Contains("came to speak for it meanwhile", (await service.MergeAsync(other, null, 422)).Error("into"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merger_is_one_change_that_every_answer_resolves_and_it_can_be_taken_back()
    {
        var desk = await AddAsync("The desk", "\"country\":\"FR\"");
        var ministry = (await service.GetAsync("/api/v1/sources?q=Defence Ministry")).GetProperty("items")[0].Id();
        var before = await SeenAsync();
        var position = await service.PositionAsync();

        var merged = await service.MergeAsync(ministry, desk);
        Assert.Equal(desk, merged.GetProperty("mergedInto").GetInt64());
        Assert.Equal(position + 1, await service.PositionAsync());
        var change = (await service.GetAsync($"/api/v1/changes?after={position}")).GetProperty("items")[0];
        Assert.Equal(("merged", "They are one."), (change.Text("kind"), change.Text("reason")));

        var claim = await service.GetAsync("/api/v1/claims/7");
        Assert.Equal(("The desk", "The desk"), (claim.GetProperty("claimant").Text("name"), claim.GetProperty("originator").Text("name")));
        Assert.StartsWith("The desk, quoted in", claim.Text("cite"), StringComparison.Ordinal);
        Assert.Equal(ministry, change.GetProperty("recordId").GetInt64());
        foreach (var filter in new[] { "claimant=The desk", "claimant=Defence Ministry", $"claimant={ministry}", $"claimant={desk}", "originator=the desk", "q=desk", "claimantCountry=FR" })
        {
            var found = (await service.GetAsync($"/api/v1/claims?{filter}")).GetProperty("items").EnumerateArray().Select(one => one.Id()).ToList();
            Assert.True(found.Contains(7), $"{filter} finds {string.Join(' ', found)}.");
        }

        Assert.Contains("The desk", await TextAsync("claims?format=csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("Defence Ministry", await TextAsync("claims?format=csv"), StringComparison.Ordinal);
        Assert.Contains("The desk", await TextAsync("claims/facets"), StringComparison.Ordinal);
        Assert.Contains("The desk", await TextAsync("comparisons?country=UA"), StringComparison.Ordinal);
        Assert.Contains("The desk", await TextAsync("exports/claims.csv"), StringComparison.Ordinal);
        Assert.Equal(1, (await service.GetAsync("/api/v1/statements?speaker=The desk")).GetProperty("total").GetInt32());
        var (root, own) = (await service.GetAsync($"/api/v1/sources/{desk}"), await service.GetAsync($"/api/v1/sources/{ministry}"));
        Assert.Equal((1, 1, 1), (root.GetProperty("claims").GetInt32(), root.GetProperty("statements").GetInt32(), own.GetProperty("claims").GetInt32()));

        Assert.Equal("already-there", (await service.MergeAsync(ministry, 2, 409)).Slug());
        Assert.Contains($"itself merged into {desk}", (await service.MergeAsync(2, ministry, 422)).Error("into"), StringComparison.Ordinal);
        Assert.Contains("itself merged into", (await service.MergeAsync(desk, ministry, 422)).Detail(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await service.MergeAsync(ministry, null)).GetProperty("mergedInto").ValueKind);
        Assert.Equal("already-there", (await service.MergeAsync(ministry, null, 409)).Slug());
        Assert.Equal(before, await SeenAsync());
    }

    [Fact]
    public async Task Somebody_unnamed_is_only_another_of_his_document()
    {
        var (resident, doctor) = (await service.AddAsync("sources", """{"name":"A neighbour","kind":"unnamed","documentId":2}"""), (await service.GetAsync("/api/v1/sources?q=A doctor")).GetProperty("items")[0].Id());

        Assert.Contains("never the same as one outside its document", (await service.MergeAsync(doctor, 1, 422)).Error("into"), StringComparison.Ordinal);
        Assert.Contains("never the same as one outside its document", (await service.MergeAsync(doctor, 2, 422)).Error("into"), StringComparison.Ordinal);
        Assert.Equal("unknown-reference", (await service.MergeAsync(doctor, 999, 422)).Slug());
        Assert.Contains("is the source itself", (await service.MergeAsync(doctor, doctor, 422)).Error("into"), StringComparison.Ordinal);
        Assert.Equal(resident, (await service.MergeAsync(doctor, resident)).GetProperty("mergedInto").GetInt64());
        Assert.Equal("A neighbour", (await service.GetAsync("/api/v1/claims/8")).GetProperty("claimant").Text("name"));
        await service.MergeAsync(doctor, null);
        using var without = await service.WriteAsync(HttpMethod.Post, $"/api/v1/sources/{doctor}/merge", """{"reason":"x"}""", await service.KeyAsync(Role.Reviewer));
        Assert.Equal("is missing.", (await Service.ReadAsync(without, 400)).Error("into"));
    }

    private Task<long> AddAsync(string name, string more = "\"role\":null") => service.AddAsync("sources", $$"""{"name":"{{name}}","kind":"organization",{{more}}}""");

    private async Task<JsonElement> PostAsync(string json, int status)
    {
        using var answer = await service.WriteAsync(HttpMethod.Post, "/api/v1/sources", json, await service.KeyAsync(Role.Contributor));
        return await Service.ReadAsync(answer, status);
    }

    private async Task<string> SeenAsync() =>
        await TextAsync("claims?format=csv") + (await service.GetAsync("/api/v1/claims?claimant=Defence Ministry&fields=claimant,originator,cite")).GetProperty("items").GetRawText();

    private async Task<string> TextAsync(string address)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/" + address);
        return await answer.Content.ReadAsStringAsync();
    }
}
