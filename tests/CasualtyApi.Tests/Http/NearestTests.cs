using CasualtyApi.Http;

namespace CasualtyApi.Tests.Http;

public sealed class NearestTests
{
    private static readonly string[] Words = ["category", "certainty", "claimant", "country", "party", "partyKind"];

    [Theory]
    [InlineData("categroy", "category")]
    [InlineData("Category", "category")]
    [InlineData("cat", "category")]
    [InlineData("partykind", "partyKind")]
    [InlineData("contry", "country")]
    public void A_mistyped_word_leads_to_the_nearest(string word, string nearest) =>
        Assert.Equal(nearest, Nearest.To(word, Words, most: 1)[0]);

    [Theory]
    [InlineData("zebra")]
    [InlineData("")]
    [InlineData("x")]
    public void A_word_near_none_leads_nowhere(string word) => Assert.Empty(Nearest.To(word, Words, most: 1));
}
