using System.Net;
using System.Text.RegularExpressions;
using CasualtyApi.Tests.Features.Claims.Review;

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

public sealed partial class DenialsComparedTests(QueueService service) : IClassFixture<QueueService>
{
    [Fact]
    public async Task Who_denies_a_number_stands_among_the_sides_with_the_words()
    {
        var page = await service.Client.GetStringAsync("/compare?category=killed");
        var sides = WebUtility.HtmlDecode(Tags().Replace(page[page.IndexOf("Who says what", StringComparison.Ordinal)..], ""));

        Assert.Matches(@"Kyiv denies 90 killed, as it stands in claim 2\.\s+that 90 fell, claim 3\.", sides);
        Assert.Contains("/documents/1#char=", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
