using System.Text.Json;

namespace CasualtyApi.Tests.Features.Aggregates;

[Collection(SeededService.Name)]
public sealed class ListAggregatesTests(Service service)
{
    private const string Losses = "/api/v1/aggregates?country=KP&category=killed-or-injured";

    [Fact]
    public async Task The_seeds_losses_are_more_than_1000_by_one_originator()
    {
        var answer = await service.GetAsync($"{Losses}&method=latest");
        var item = Assert.Single(answer.GetProperty("items").EnumerateArray());
        var excluded = answer.GetProperty("excluded");

        Assert.Equal("""{"low":1000,"high":null}""", item.GetProperty("value").GetRawText());
        Assert.Equal("null", item.GetProperty("closed").GetRawText());
        Assert.Equal((1, 1), (item.GetProperty("originators").GetInt32(), item.GetProperty("independent").GetInt32()));
        Assert.Equal("""{"accepted":0,"candidate":1}""", item.GetProperty("reviewed").GetRawText());
        Assert.Equal("""{"count":1,"claims":[2]}""", item.GetProperty("used").GetRawText());
        Assert.Equal(
            """
            {"party":{"id":1,"name":"North Korea","kind":"military"},"category":"killed-or-injured","scope":"period",
            "period":{"text":"the recent week","start":null,"end":null},"place":{"name":"Kursk","country":"RU"},"loose":true}
            """.ReplaceLineEndings(""),
            item.GetProperty("subject").GetRawText());
        Assert.Equal(4, excluded.GetProperty("count").GetInt32());
        Assert.Equal(
            """{"repeat":1,"unquantified":3}""", excluded.GetProperty("byReason").GetRawText());
        Assert.Contains("""{"claim":3,"reason":"repeat","of":2}""", excluded.GetProperty("claims").EnumerateArray().Select(claim => claim.GetRawText()));
    }

    [Fact]
    public async Task Latest_is_the_method_where_none_is_named() =>
        Assert.Equal((await service.GetAsync(Losses + "&method=latest")).GetRawText(), (await service.GetAsync(Losses)).GetRawText());

    [Fact]
    public async Task Filters_come_before_repeats()
    {
        var answer = await service.GetAsync($"{Losses}&claimant=John%20Kirby");

        Assert.Equal("[3]", answer.GetProperty("items")[0].GetProperty("used").GetProperty("claims").GetRawText());
    }

    [Fact]
    public async Task Neither_a_majority_nor_a_hierarchy_is_made_up()
    {
        foreach (var method in new[] { "majority", "hierarchy" })
        {
            var item = (await service.GetAsync($"{Losses}&method={method}")).GetProperty("items")[0];
            Assert.Equal("null", item.GetProperty("value").GetRawText());
        }
    }

    [Fact]
    public async Task A_sum_of_what_cannot_be_added_names_it()
    {
        var problem = await service.GetAsync($"{Losses}&method=sum", status: 422);

        Assert.Equal("not-addable", problem.Slug());
        Assert.Equal("""{"count":1,"claims":[2]}""", problem.GetProperty("claims").GetRawText());
        Assert.Equal("""{"count":0,"claims":[]}""", problem.GetProperty("pairs").GetRawText());
        Assert.Equal(JsonValueKind.String, problem.GetProperty("traceId").ValueKind);
    }

    [Fact]
    public async Task An_unknown_method_is_refused_with_a_near_one()
    {
        var problem = await service.GetAsync($"{Losses}&method=lastest", status: 400);

        Assert.Contains("Did you mean 'latest'?", problem.Error("method"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_selection_is_an_empty_answer()
    {
        var answer = await service.GetAsync("/api/v1/aggregates?category=displaced");

        Assert.Empty(answer.GetProperty("items").EnumerateArray());
        Assert.Equal(0, answer.GetProperty("excluded").GetProperty("count").GetInt32());
    }
}
