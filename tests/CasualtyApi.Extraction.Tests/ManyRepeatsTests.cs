namespace CasualtyApi.Extraction.Tests;

/// <summary>Beyond a few claims of one count they are looked up and no longer gone through: the first that fits is found all the same.</summary>
public sealed class ManyRepeatsTests
{
    private static readonly string[] Places =
        ["Mosul", "Baghdad", "Aleppo", "Kyiv", "Lviv", "Kharkiv", "Lima", "Bogota", "Kabul", "Herat", "Kandahar", "Tripoli", "Benghazi", "Khartoum", "Nairobi", "Mogadishu", "Sanaa", "Aden", "Beirut", "Damascus"];

    [Fact]
    public void A_place_told_before_is_that_places_first()
    {
        var claims = ArticleReader.Default.Read(
            string.Concat(Places.Select(place => $"Twelve people were killed in {place}. ")) + "Twelve people were killed in Sanaa.").Claims;

        Assert.Equal(Places.Length + 1, claims.Count);
        Assert.All(claims.SkipLast(1), claim => Assert.Null(claim.Repeats));
        Assert.Equal(Array.IndexOf(Places, "Sanaa"), claims[^1].Repeats);
    }

    [Fact]
    public void A_claim_without_a_place_is_the_first_of_all()
    {
        var claims = ArticleReader.Default.Read(
            string.Concat(Places.Select(place => $"Twelve people were killed in {place}. ")) + "Twelve people were killed.").Claims;

        Assert.Equal(0, claims[^1].Repeats);
    }
}
