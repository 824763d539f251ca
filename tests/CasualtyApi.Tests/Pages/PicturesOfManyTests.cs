using System.Net;
using System.Text.RegularExpressions;
using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Pages;

/// <summary>Of more claims than are drawn at once, a picture that is kept shows what the page does: those of the newest claims' documents.</summary>
public sealed partial class PicturesOfManyTests(Service service) : IClassFixture<Service>, IAsyncLifetime
{
    private const int Older = 5_000, Newer = 10;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await KeepAsync("The old ministry", Older, new DateOnly(2024, 1, 1));
        await KeepAsync("The new ministry", Newer, new DateOnly(2024, 2, 1));
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_timeline_is_narrowed_as_the_pages_is()
    {
        var page = await service.Client.GetStringAsync("/?country=UA");
        var picture = await service.Client.GetStringAsync("/pictures/timeline.svg?country=UA");
        var address = Pictures().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ToList();

        Assert.Contains("The new ministry", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("The old ministry", picture, StringComparison.Ordinal);
        Assert.Equal(Points().Count(page[page.IndexOf("id=\"over-time\"", StringComparison.Ordinal)..]), Points().Count(picture));
        Assert.Equal(2, address.Select(link => link.Split('?')[0]).Distinct().Count());
        Assert.All(address, link => Assert.Contains("document=", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comparison_is_narrowed_as_the_pages_is()
    {
        var claim = (await service.GetAsync("/api/v1/claims?originator=The new ministry&sort=-id&limit=1")).GetProperty("items")[0].GetProperty("id").GetInt64();

        var picture = await service.Client.GetStringAsync($"/pictures/comparison.svg?country=UA&claim={claim}");

        Assert.Contains("The new ministry", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("The old ministry", picture, StringComparison.Ordinal);
    }

    private async Task KeepAsync(string who, int claims, DateOnly day)
    {
        var sentences = Enumerable.Range(1, claims).Select(number => $"{who} said {number} of them fell.").ToList();
        var reading = new HandReading(string.Join(' ', sentences));
        foreach (var (sentence, number) in sentences.Select((sentence, index) => (sentence, index + 1)))
        {
            reading.Says(new SourceReading(who, SourceKind.Government), sentence).Counts($"{number} of them", new("them", "Ruritania", "UA", PartyKind.Military), number, claim => claim);
        }

        await service.KeepAsync(new Article(string.Join(' ', sentences), "post", who, PublishedAt: day), reading.Reading);
    }

    [GeneratedRegex("href=\"(/pictures/[^\"]*)\"")]
    private static partial Regex Pictures();

    [GeneratedRegex("class=\"point\"")]
    private static partial Regex Points();
}
