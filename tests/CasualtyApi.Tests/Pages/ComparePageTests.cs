namespace CasualtyApi.Tests.Pages;

public sealed class ComparePageTests(SampledService service) : IClassFixture<SampledService>
{
    [Theory]
    [InlineData("/compare", "of no placed and dated incident")]
    [InlineData("/compare?category=injured", "the sum")]
    [InlineData("/compare?category=displaced", "No claim is all of that")]
    public async Task What_each_method_uses_and_leaves_out_is_told_in_words(string address, string told)
    {
        var page = await service.Client.GetStringAsync(address);

        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.DoesNotContain("RenderFragment", page, StringComparison.Ordinal);
    }
}
