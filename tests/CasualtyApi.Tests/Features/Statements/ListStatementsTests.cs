namespace CasualtyApi.Tests.Features.Statements;

[Collection(SeededService.Name)]
public sealed class ListStatementsTests(Service service)
{
    [Theory]
    [InlineData("kind=quote", 3)]
    [InlineData("kind=narrated", 0)]
    [InlineData("speaker=John Kirby", 3)]
    [InlineData("speaker=John Kirby&kind=reported", 1)]
    [InlineData("speaker=Ukraine", 1)]
    [InlineData("document=1&hasClaims=true", 6)]
    public async Task A_filter_selects(string query, int expected) =>
        Assert.Equal(expected, (await service.GetAsync("/api/v1/statements?" + query)).GetProperty("total").GetInt32());

    [Fact]
    public async Task Statements_with_claims_and_without_are_all_there_are()
    {
        var all = (await service.GetAsync("/api/v1/statements?kind=quote,reported,narrated")).GetProperty("total").GetInt32();
        var without = (await service.GetAsync("/api/v1/statements?hasClaims=false")).GetProperty("total").GetInt32();

        Assert.Equal(all - 6, without);
    }

    [Fact]
    public async Task A_statement_names_its_speakers_in_their_order()
    {
        var accusation = await service.GetAsync("/api/v1/statements/6");

        Assert.Equal("South Korea", accusation.GetProperty("speaker").GetProperty("name").GetString());
        Assert.Equal(
            ["Ukraine", "United States"],
            accusation.GetProperty("alsoSpeakers").EnumerateArray().Select(speaker => speaker.GetProperty("name").GetString()));
        Assert.Equal("accused", accusation.GetProperty("cue").GetString());
    }

    [Fact]
    public async Task A_statement_lists_the_claims_inside_it() =>
        Assert.Equal("[3]", (await service.GetAsync("/api/v1/statements/4")).GetProperty("claims").GetRawText());
}
