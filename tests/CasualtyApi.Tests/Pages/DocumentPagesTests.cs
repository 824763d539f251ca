using System.Net;
using System.Text.RegularExpressions;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Pages;

public sealed partial class DocumentPagesTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task Older_documents_are_a_page_on_and_its_data_is_the_same()
    {
        for (var number = 0; number < 60; number++)
        {
            var text = $"Text {number}: nothing happened.";
            await service.KeepAsync(new Article(text, "post", $"Article {number}"), new HandReading(text).Says(null, text).Reading);
        }

        var first = await service.Client.GetStringAsync("/documents");
        var next = WebUtility.HtmlDecode(Next().Match(first).Groups[1].Value);
        var second = await service.Client.GetStringAsync(next);

        Assert.Contains("Article 59", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Article 2<", first, StringComparison.Ordinal);
        Assert.Contains("Article 2<", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Article 59", second, StringComparison.Ordinal);
        await service.GetAsync("/api/v1/documents" + next["/documents".Length..] + "&sort=-id");
        Assert.Contains("belongs to another list", (await service.GetAsync(next + "&q=nothing", 400)).Error("cursor"), StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"([^\"]*cursor=[^\"]*)\" rel=\"next\"")]
    private static partial Regex Next();
}
