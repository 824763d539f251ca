namespace CasualtyApi.Tests.Features.Parties;

public sealed class ListPartiesTests(SampledService service) : IClassFixture<SampledService>
{
    [Theory]
    [InlineData("parties", "North Korea 6, Ukraine 3, children 1, Russia 0")]
    [InlineData("parties?country=UA", "Ukraine 3")]
    [InlineData("parties?kind=children", "children 1")]
    [InlineData("parties?q=KORÉA", "North Korea 6")]
    [InlineData("parties?sort=-id&limit=1", "Russia 0")]
    [InlineData("places", "Kursk 2, Odesa 1, Taveuni 1")]
    [InlineData("places?country=RU,FJ", "Kursk 2, Taveuni 1")]
    [InlineData("places?precision=city", "Odesa 1")]
    [InlineData("places?q=kur", "Kursk 2")]
    public async Task Parties_and_places_say_how_many_claims_are_theirs(string address, string expected)
    {
        var page = await service.GetAsync("/api/v1/" + address);
        Assert.Equal(expected, string.Join(", ", page.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("name")} {item.GetProperty("claims")}")));

        var item = page.GetProperty("items")[0];
        var claims = await service.GetAsync(item.GetProperty("links").GetProperty("claims").GetString()!);
        Assert.Equal(item.GetProperty("claims").GetInt32(), claims.GetProperty("total").GetInt32());
    }
}
