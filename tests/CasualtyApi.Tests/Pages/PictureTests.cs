using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace CasualtyApi.Tests.Pages;

/// <summary>Pictures that are kept, and what pages say beside them, of six tolls of one day and one of another.</summary>
public sealed class PictureTests(Service service) : IClassFixture<Service>, IAsyncLifetime
{
    private const string Tolls =
        "The United Nations said between 60 and 90 Russian soldiers were killed in Bakhmut on Monday. "
        + "The White House said about 150 Russian soldiers were killed in Bakhmut on Monday. "
        + "The Wagner Group said more than 200 Russian soldiers were killed in Bakhmut on Monday. "
        + "The BBC said at most 20 Russian soldiers were killed in Bakhmut on Monday. "
        + "The White House said 12 Russian soldiers were killed in Bakhmut on Sunday.";

    private long first;

    async Task IAsyncLifetime.InitializeAsync()
    {
        var body = JsonSerializer.Serialize(new { text = Tolls, title = "Tolls", publisher = "The Paper", publishedAt = "2024-03-05" });
        using var written = await service.WriteAsync(HttpMethod.Post, "/api/v1/documents", body);
        first = (await service.GetAsync("/api/v1/claims?party=Russia&sort=id")).GetProperty("items")[0].GetProperty("id").GetInt64();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("comparison", "Russia, military: killed in Bakhmut on 4 March 2024")]
    [InlineData("timeline", "Claims over time, 1 March 2024 to 31 March 2024")]
    public async Task A_picture_that_is_kept_names_itself_and_its_source_and_leads_back(string picture, string title)
    {
        var drawn = XDocument.Parse(await service.Client.GetStringAsync($"/pictures/{picture}.svg?party=Russia{(picture == "comparison" ? $"&claim={first}" : "")}"));
        var links = drawn.Descendants().Attributes("href").Select(link => link.Value).ToList();
        var position = (await service.GetAsync("/status")).GetProperty("position").GetInt64();
        var page = links.Single(link => link.Contains($"asOf={position}", StringComparison.Ordinal));

        Assert.Contains(title, Written(drawn, "title"), StringComparison.Ordinal);
        Assert.Contains($"The Casualty Ledger, position {position}, ", Written(drawn, "source"), StringComparison.Ordinal);
        Assert.EndsWith(page, Written(drawn, "source"), StringComparison.Ordinal);
        Assert.All(links, link => Assert.StartsWith(service.Client.BaseAddress!.ToString(), link, StringComparison.Ordinal));
        Assert.Single(Of(drawn, "ground"));
        Assert.Contains("prefers-color-scheme: dark", drawn.Descendants().Single(element => element.Name.LocalName == "style").Value, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task A_picture_of_no_claim_is_refused_by_what_is_missing()
    {
        var refusal = await service.GetAsync("/pictures/comparison.svg", 400);

        Assert.Equal("claim", Assert.Single(refusal.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task What_cannot_both_be_right_is_said_as_it_was_worded()
    {
        var page = await service.Client.GetStringAsync("/compare?party=Russia");

        Assert.Contains("United Nations (60–90) and United States government (about 150) cannot both be right.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("(150)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subjects_of_two_days_have_two_headings_and_the_methods_of_their_own_claims()
    {
        var page = await service.Client.GetStringAsync("/compare?party=Russia");
        var subjects = page.Split("<section class=\"subject\">")[1..];

        Assert.Contains("Russia, military: killed in Bakhmut on 4 March 2024", subjects[0], StringComparison.Ordinal);
        Assert.Contains("Russia, military: killed in Bakhmut on 3 March 2024", subjects[1], StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">0 or more</td>", subjects[0], StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">12</td>", subjects[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wall_joins_the_two_rows_that_contradict_each_other_and_the_legend_explains_what_is_there()
    {
        var drawn = XDocument.Parse(await service.Client.GetStringAsync($"/pictures/comparison.svg?party=Russia&claim={first}"));
        var bars = Of(drawn, "interval").Select(Middle).ToList();
        var walls = Of(drawn, "walls").Single().Elements().Where(element => (string?)element.Attribute("class") == "wall").ToList();
        var ends = walls.Select(wall => wall.Elements().Where(element => element.Name.LocalName == "circle").Select(end => bars.IndexOf((string)end.Attribute("cy")!)));

        Assert.Equal(["0-1", "0-2", "0-3", "1-2", "1-3", "2-3"], ends.Select(pair => string.Join('-', pair)));
        Assert.Equal(
            ["said of their own people", "said by others", "one number", "an end left open", "ranges that do not meet"],
            Of(drawn, "keys").Single().Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value));
    }

    private static string Middle(XElement row)
    {
        var bar = row.Descendants().First(element => ((string?)element.Attribute("class"))?.StartsWith("bar", StringComparison.Ordinal) == true);
        return (string?)bar.Attribute("cy") ?? (double.Parse((string)bar.Attribute("y")!, CultureInfo.InvariantCulture) + 4.5).ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<XElement> Of(XDocument drawn, string kind) => drawn.Descendants().Where(element => (string?)element.Attribute("class") == kind);

    /// <summary>Lines that were broken, whole again.</summary>
    private static string Written(XDocument drawn, string kind) =>
        string.Join(' ', Of(drawn, kind).Select(text => string.Concat(text.Elements().Select(line => line.Value))));
}
