using System.Globalization;
using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Documents;

public sealed class CorrectDocumentTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task A_correction_makes_a_revision_changes_what_it_names_and_forgets_what_is_null()
    {
        var id = await AddAsync("One nurse was killed in the shelling.", "2025-01-01", "Old Paper");
        var document = await service.CorrectAsync($"documents/{id}", """{"title":"A title","publisher":"New Paper","publishedAt":null,"reason":"The page says so."}""");
        Assert.Equal(("A title", "New Paper", 2), (document.Text("title"), document.GetProperty("publisher").Text("name"), document.GetProperty("revision").GetInt32()));
        Assert.Equal(JsonValueKind.Null, document.GetProperty("publishedAt").ValueKind);

        var change = (await service.GetAsync($"{Review.Api}changes?after={await service.PositionAsync() - 3}")).GetProperty("items").EnumerateArray()
            .Last(one => one.Text("record") == "document");
        Assert.Equal(("corrected", "The page says so."), (change.Text("kind"), change.Text("reason")));
        var before = await service.GetAsync($"{Review.Api}documents/{id}?asOf={change.GetProperty("position").GetInt64() - 2}");
        Assert.Equal(("Old Paper", "2025-01-01"), (before.GetProperty("publisher").Text("name"), before.Text("publishedAt")));
    }

    [Fact]
    public async Task Nothing_changed_is_no_change_and_an_old_or_missing_tag_is_refused()
    {
        var id = await AddAsync("Two pilots died when the helicopter crashed.", "2025-01-01", "Paper");
        var position = await service.PositionAsync();
        await service.CorrectAsync($"documents/{id}", """{"publishedAt":"2025-01-01","reason":"Checked."}""");
        Assert.Equal(position, await service.PositionAsync());

        var key = await service.KeyAsync(Role.Reviewer);
        using var missing = await service.WriteAsync(HttpMethod.Patch, $"{Review.Api}documents/{id}", """{"title":"x","reason":"y"}""", key);
        Assert.Equal(428, (int)missing.StatusCode);
        using var stale = await service.WriteAsync(HttpMethod.Patch, $"{Review.Api}documents/{id}", """{"title":"x","reason":"y"}""", key, ("If-Match", "\"0123456789abcdef-identity\""));
        Assert.Equal(412, (int)stale.StatusCode);
        Assert.Equal(position, await service.PositionAsync());
    }

    [Fact]
    public async Task A_hundred_corrections_of_one_state_are_one_correction()
    {
        var id = await AddAsync("Three guards were wounded at the gate.", "2025-01-01", "Paper");
        var (tag, key) = (await service.TagAsync($"documents/{id}"), await service.KeyAsync(Role.Reviewer));
        var statuses = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            using var answer = await service.WriteAsync(
                HttpMethod.Patch, $"{Review.Api}documents/{id}", string.Create(CultureInfo.InvariantCulture, $$"""{"title":"Title {{number}}","reason":"A race."}"""), key, ("If-Match", tag));
            return (int)answer.StatusCode;
        }));
        Assert.Equal((1, 99), (statuses.Count(status => status == 200), statuses.Count(status => status == 412)));
        Assert.Equal(2, (await service.GetAsync($"{Review.Api}documents/{id}")).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task A_day_that_makes_a_document_the_first_turns_the_repeats_round_and_back()
    {
        const string Claim = "The Red Cross said 4,321 people were displaced in Tavira in January 2025.";
        var early = await AddAsync(Claim, "2025-02-03", "Early Paper");
        var late = await AddAsync(Claim + " It rained.", "2025-02-10", "Late Paper");
        Assert.Equal(await ClaimAsync(early), await RepeatsAsync(late));

        await service.CorrectAsync($"documents/{late}", """{"publishedAt":"2025-02-01","reason":"Its own page says so."}""");
        Assert.Equal((await ClaimAsync(late), null), (await RepeatsAsync(early), await RepeatsAsync(late)));

        await service.CorrectAsync($"documents/{late}", """{"publishedAt":"2025-02-10","reason":"It did not."}""");
        Assert.Equal((null, await ClaimAsync(early)), (await RepeatsAsync(early), await RepeatsAsync(late)));

        await service.CorrectAsync($"documents/{late}", """{"publishedAt":null,"reason":"Nobody knows."}""");
        Assert.Equal((null, null), (await RepeatsAsync(early), await RepeatsAsync(late)));
    }

    private async Task<long?> ClaimAsync(long document) => (await ItemAsync(document)).Id();

    private async Task<long?> RepeatsAsync(long document) =>
        (await ItemAsync(document)).GetProperty("repeats") is { ValueKind: JsonValueKind.Number } repeats ? repeats.GetInt64() : null;

    private async Task<JsonElement> ItemAsync(long document) =>
        (await service.GetAsync($"{Review.Api}claims?document={document}")).GetProperty("items").EnumerateArray().First();

    private Task<long> AddAsync(string text, string day, string publisher) =>
        service.AddAsync("documents", JsonSerializer.Serialize(new { text, publishedAt = day, publisher }));
}
