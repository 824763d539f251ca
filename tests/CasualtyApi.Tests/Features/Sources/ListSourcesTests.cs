namespace CasualtyApi.Tests.Features.Sources;

[Collection(SeededService.Name)]
public sealed class ListSourcesTests(Service service)
{
    [Theory]
    [InlineData("kind=person", new[] { "John Kirby", "Volodymyr Zelensky" })]
    [InlineData("q=kirby", new[] { "John Kirby" })]
    [InlineData("q=KÍRBY", new[] { "John Kirby" })]
    [InlineData("country=UA&kind=person,military", new[] { "Volodymyr Zelensky", "Ukrainian military intelligence" })]
    [InlineData("kind=military&country=US", new string[0])]
    public async Task A_filter_selects(string query, string[] expected)
    {
        var page = await service.GetAsync("/api/v1/sources?" + query);

        Assert.Equal(expected, page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_source_says_whom_it_speaks_for_and_how_much_it_says()
    {
        var kirby = await service.GetAsync("/api/v1/sources/3");

        Assert.Equal("White House", kirby.GetProperty("affiliation").GetProperty("name").GetString());
        Assert.Equal("United States government", kirby.GetProperty("originator").GetProperty("name").GetString());
        Assert.Equal(3, kirby.GetProperty("statements").GetInt32());
        Assert.Equal(2, kirby.GetProperty("claims").GetInt32());
    }

    [Fact]
    public async Task An_unnamed_source_belongs_to_its_document()
    {
        var reports = await service.GetAsync("/api/v1/sources/1");

        Assert.Equal("unnamed", reports.GetProperty("kind").GetString());
        Assert.Equal(1, reports.GetProperty("documentId").GetInt32());
    }
}
