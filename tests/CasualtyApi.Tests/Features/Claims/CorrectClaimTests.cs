using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Claims;

public sealed class CorrectClaimTests(SampledService service) : IClassFixture<SampledService>
{
    /// <summary>"12 soldiers", said by the Defence Ministry, in Odesa.</summary>
    private const string Soldiers = "claims/7";

    [Theory]
    [InlineData("""{"category":"missing"}""", "category", "\"missing\"")]
    [InlineData("""{"category":"mixed","mixedOf":["killed","missing"]}""", "mixedOf", """["killed","missing"]""")]
    [InlineData("""{"cause":"shelling"}""", "cause", "\"shelling\"")]
    [InlineData("""{"count":{"relation":"at-least","high":null}}""", "count", """{"text":null,"relation":"at-least","low":12,"high":null}""")]
    [InlineData("""{"count":{"text":"12","low":13,"high":13}}""", "count", """{"text":"12","relation":"exactly","low":13,"high":13}""")]
    [InlineData("""{"quote":{"exact":"The ministry said 12 soldiers","start":0,"end":29}}""", "quote", """{"exact":"The ministry said 12 soldiers","prefix":"","suffix":" died in Odesa. =1+1 A doctor sa","start":0,"end":29}""")]
    [InlineData("""{"party":{"name":"Moldova","country":"MD"}}""", "party.name", "\"Moldova\"")]
    [InlineData("""{"blamed":{"name":"Russia","kind":"military","country":"RU"}}""", "blamed.name", "\"Russia\"")]
    [InlineData("""{"place":{"precision":"region","lat":null,"lon":null}}""", "place.lat", "null")]
    [InlineData("""{"place":null}""", "place", "null")]
    [InlineData("""{"period":{"start":"2025-01-07"}}""", "period.start", "\"2025-01-07\"")]
    [InlineData("""{"scope":"total"}""", "scope", "\"total\"")]
    [InlineData("""{"certainty":"likely"}""", "certainty", "\"likely\"")]
    [InlineData("""{"claimant":null}""", "claimant", "null")]
    [InlineData("""{"alsoClaimants":[{"id":3}]}""", "alsoClaimants", """[{"id":3,"name":"John Kirby","kind":"person","role":"White House national security spokesperson","country":"US"}]""")]
    [InlineData("""{"partOf":9}""", "partOf", "9")]
    [InlineData("""{"credibility":2}""", "credibility", "2")]
    public async Task Each_member_is_corrected_and_what_it_was_stays(string patch, string member, string value)
    {
        var before = await service.GetAsync("/api/v1/" + Soldiers);
        var position = await service.PositionAsync();
        var after = await service.CorrectAsync(Soldiers, Because(patch));

        Assert.Equal(value, Member(after, member).GetRawText());
        Assert.Equal(before.GetProperty("revision").GetInt32() + 1, after.GetProperty("revision").GetInt32());
        Assert.Equal(after.GetRawText(), (await service.GetAsync("/api/v1/" + Soldiers)).GetRawText());
        Assert.Equal(before.GetRawText(), (await service.GetAsync($"/api/v1/{Soldiers}?asOf={position}")).GetRawText());
        var states = (await service.GetAsync($"/api/v1/{Soldiers}/revisions")).GetProperty("items");
        Assert.Equal(("corrected", "A test."), (states[0].Text("kind"), states[0].Text("reason")));
        Assert.Equal(before.GetRawText(), states[1].GetProperty("claim").GetRawText());
        var change = (await service.GetAsync($"/api/v1/changes?after={position}")).GetProperty("items");
        Assert.Equal(1, change.GetArrayLength());
        Assert.NotEqual(change[0].GetProperty("before").GetRawText(), change[0].GetProperty("after").GetRawText());

        await service.CorrectAsync(Soldiers, Because(Back(before)));
        var back = await service.GetAsync("/api/v1/" + Soldiers);
        var untouched = new[] { "revision", "updatedAt", "cite" };
        Assert.All(
            before.EnumerateObject().Where(one => !untouched.Contains(one.Name)),
            one => Assert.Equal(one.Value.GetRawText(), back.GetProperty(one.Name).GetRawText()));
    }

    [Theory]
    [InlineData("""{"quote":{"exact":"12 soldierz","start":18,"end":29}}""", 422, "words-differ")]
    [InlineData("""{"quote":{"end":28}}""", 422, "words-differ")]
    [InlineData("""{"count":{"low":50}}""", 400, "bad-value")]
    [InlineData("""{"category":null}""", 400, "bad-value")]
    [InlineData("""{"category":"mixed"}""", 400, "bad-value")]
    [InlineData("""{"place":{"name":null}}""", 400, "bad-value")]
    [InlineData("""{"period":{"text":"last year"}}""", 422, "words-differ")]
    [InlineData("""{"claimant":{"id":999}}""", 422, "unknown-reference")]
    [InlineData("""{"claimant":{"id":13}}""", 422, "not-possible")]
    [InlineData("""{"status":"accepted"}""", 400, "unknown-member")]
    [InlineData("""{"statement":{"id":1}}""", 400, "unknown-member")]
    [InlineData("""{"credibility":7}""", 400, "bad-value")]
    [InlineData("""{"repeats":7}""", 422, "link-not-possible")]
    [InlineData("""{"partOf":2}""", 422, "link-not-possible")]
    [InlineData("""{"updates":2}""", 422, "link-not-possible")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string patch, int status, string slug)
    {
        var position = await service.PositionAsync();

        Assert.Equal(slug, (await service.CorrectAsync(Soldiers, Because(patch), status)).Slug());
        Assert.Equal(position, await service.PositionAsync());
    }

    [Fact]
    public async Task A_correction_that_would_break_the_link_of_another_claim_names_it()
    {
        var problem = await service.CorrectAsync("claims/2", Because("""{"count":{"low":2000}}"""), 422);

        Assert.Contains("claim 3 is linked to this one, and could not stay so", problem.Error("repeats"), StringComparison.Ordinal);
        await service.CorrectAsync("claims/3", Because("""{"repeats":null}"""));
        Assert.Equal(2000, (await service.CorrectAsync("claims/2", Because("""{"count":{"low":2000}}"""))).GetProperty("count").GetProperty("low").GetInt64());
        Assert.Equal("link-not-possible", (await service.CorrectAsync("claims/3", Because("""{"repeats":2}"""), 422)).Slug());
        await service.CorrectAsync("claims/2", Because("""{"count":{"low":1000}}"""));
        Assert.Equal(2, (await service.CorrectAsync("claims/3", Because("""{"repeats":2}"""))).GetProperty("repeats").GetInt64());
    }

    [Fact]
    public async Task What_changes_nothing_makes_no_entry()
    {
        var (position, before) = (await service.PositionAsync(), await service.GetAsync("/api/v1/claims/10"));
        var after = await service.CorrectAsync("claims/10", Because("""{"count":{"low":40},"cause":null}"""));

        Assert.Equal(before.GetRawText(), after.GetRawText());
        Assert.Equal(position, await service.PositionAsync());
    }

    [Fact]
    public async Task The_state_that_was_seen_must_be_named()
    {
        using var without = await service.WriteAsync(HttpMethod.Patch, "/api/v1/claims/8", Because("""{"credibility":1}"""), await service.KeyAsync(Role.Reviewer));
        using var stale = await service.WriteAsync(HttpMethod.Patch, "/api/v1/claims/8", Because("""{"credibility":1}"""), await service.KeyAsync(Role.Reviewer), ("If-Match", "\"0000000000000000-identity\""));
        using var garbled = await service.WriteAsync(HttpMethod.Patch, "/api/v1/claims/8", Because("""{"credibility":1}"""), await service.KeyAsync(Role.Reviewer), ("If-Match", "abc"));

        Assert.Equal("precondition-missing", (await Service.ReadAsync(without, 428)).Slug());
        Assert.Equal("stale", (await Service.ReadAsync(stale, 412)).Slug());
        Assert.Equal("stale", (await Service.ReadAsync(garbled, 412)).Slug());
    }

    [Fact]
    public async Task Of_a_hundred_corrections_of_one_state_one_is_taken()
    {
        var (tag, key, position) = (await service.TagAsync("claims/9"), await service.KeyAsync(Role.Reviewer), await service.PositionAsync());
        var statuses = await Task.WhenAll(Enumerable.Range(1, 100).Select(async number =>
        {
            using var answer = await service.WriteAsync(HttpMethod.Patch, "/api/v1/claims/9", Because($$"""{"cause":"cause {{number}}"}"""), key, ("If-Match", tag));
            return (int)answer.StatusCode;
        }));

        Assert.Equal((1, 99), (statuses.Count(status => status == 200), statuses.Count(status => status == 412)));
        Assert.Equal(position + 1, await service.PositionAsync());
    }

    [Fact]
    public async Task A_reason_is_given()
    {
        Assert.Equal("bad-value", (await service.CorrectAsync("claims/8", """{"credibility":1,"reason":" "}""", 400)).Slug());
        Assert.Equal("is missing.", (await service.CorrectAsync("claims/8", """{"credibility":1}""", 400)).Error("reason"));
        Assert.Equal(404, (int)(await service.WriteAsync(HttpMethod.Patch, "/api/v1/claims/999", Because("{}"), await service.KeyAsync(Role.Reviewer), ("If-Match", "*"))).StatusCode);
    }

    private static string Because(string patch) => patch.Length == 2 ? """{"reason":"A test."}""" : patch[..^1] + ""","reason":"A test."}""";

    /// <summary>A patch that takes every member back to what it was.</summary>
    private static string Back(JsonElement claim)
    {
        var (quote, party, place, period) = (claim.GetProperty("quote"), claim.GetProperty("party"), claim.GetProperty("place"), claim.GetProperty("period"));
        string[] plain = ["category", "mixedOf", "cause", "count", "scope", "certainty", "repeats", "partOf", "updates", "disputes", "credibility"];
        return "{" + string.Join(',', plain.Select(name => $"\"{name}\":{claim.GetProperty(name).GetRawText()}"))
            + $$""","quote":{"exact":{{quote.GetProperty("exact").GetRawText()}},"start":{{quote.GetProperty("start")}},"end":{{quote.GetProperty("end")}}}"""
            + $$""","party":{"name":{{party.GetProperty("name").GetRawText()}},"country":{{party.GetProperty("country").GetRawText()}},"kind":{{party.GetProperty("kind").GetRawText()}}}"""
            + $$""","place":{"name":{{place.GetProperty("name").GetRawText()}},"text":{{place.GetProperty("text").GetRawText()}},"country":{{place.GetProperty("country").GetRawText()}},"precision":{{place.GetProperty("precision").GetRawText()}},"lat":{{place.GetProperty("lat")}},"lon":{{place.GetProperty("lon")}}}"""
            + $$""","period":{{period.GetRawText()}},"blamed":null,"claimant":{"id":{{claim.GetProperty("claimant").Id()}}},"alsoClaimants":[]}""";
    }

    private static JsonElement Member(JsonElement claim, string path) => path.Split('.').Aggregate(claim, (element, name) => element.GetProperty(name));
}
