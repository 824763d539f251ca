namespace CasualtyApi.Tests.Features.Claims;

[Collection(SeededService.Name)]
public sealed class ListClaimsTests(Service service)
{
    [Theory]
    [InlineData("", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("category=killed", new[] { 4 })]
    [InlineData("party=North Korea", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("party=NORTH  korea", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("party=1&partyKind=military", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("partyKind=people", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("partyKind=civilians", new int[0])]
    [InlineData("country=KP", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("country=kp,UA", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("country=UA", new int[0])]
    [InlineData("claimant=John Kirby", new[] { 3, 5 })]
    [InlineData("claimant=2,3", new[] { 2, 3, 5 })]
    [InlineData("document=1", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("document=f9b36f1661d9102b696f921a129973a6d2a0d23632cedce3123dfd68122f1285", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("statement=4", new[] { 3 })]
    [InlineData("status=accepted", new int[0])]
    [InlineData("status=any", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("certainty=likely", new[] { 5 })]
    [InlineData("scope=period", new[] { 3 })]
    [InlineData("scope=period&category=killed", new int[0])]
    [InlineData("collapse=true", new[] { 1, 2, 4, 5, 6 })]
    [InlineData("collapse=true&claimant=John Kirby", new[] { 3, 5 })]
    [InlineData("collapse=false", new[] { 1, 2, 3, 4, 5, 6 })]
    public async Task A_filter_selects(string query, int[] expected)
    {
        var page = await service.GetAsync("/api/v1/claims?" + query);

        Assert.Equal(expected, page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32()));
        Assert.Equal(expected.Length, page.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_claim_in_a_list_is_the_claim_by_itself()
    {
        var listed = (await service.GetAsync("/api/v1/claims?scope=period")).GetProperty("items")[0];
        var single = await service.GetAsync("/api/v1/claims/3");

        Assert.Equal(single.GetRawText(), listed.GetRawText());
    }

    [Fact]
    public async Task The_revisions_of_a_claim_begin_with_how_it_came()
    {
        var revisions = await service.GetAsync("/api/v1/claims/3/revisions");
        var only = revisions.GetProperty("items")[0];

        Assert.Equal(1, revisions.GetProperty("total").GetInt32());
        Assert.Equal("created", only.GetProperty("kind").GetString());
        Assert.Equal("engine", only.GetProperty("actor").GetString());
        Assert.Equal("null", only.GetProperty("until").GetRawText());
        Assert.Equal((await service.GetAsync("/api/v1/claims/3")).GetRawText(), only.GetProperty("claim").GetRawText());
    }
}
