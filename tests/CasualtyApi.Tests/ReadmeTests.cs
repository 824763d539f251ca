using System.Text.RegularExpressions;

namespace CasualtyApi.Tests;

/// <summary>The pages that show calls, and README's map.</summary>
[Collection(SeededService.Name)]
public sealed partial class ReadmeTests(Service service)
{
    private const string Page = "README.md";
    private const string Api = "docs/api.md";

    [CurlFact]
    public async Task Every_call_answers_as_printed() => await PrintedCalls.AssertAnsweredAsync(Page, service, expected: 6);

    [CurlFact]
    public async Task Every_question_of_a_dashboard_is_answered_as_printed() => await PrintedCalls.AssertAnsweredAsync(Api, service, expected: 11);

    [Theory]
    [InlineData(Page)]
    [InlineData(Api)]
    [InlineData("docs/methods.md")]
    public async Task Every_call_shown_is_answered(string page)
    {
        var addresses = PrintedCalls.AddressesOn(page).Where(address => !address.Contains("categroy", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(addresses);
        await Assert.AllAsync(addresses, async address =>
        {
            using var answer = await service.Client.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode}.");
        });
    }

    [Fact]
    public void Every_path_on_the_map_exists()
    {
        var map = Documentation.Read(Page).Split("## Where things live")[1].Split("\n## ")[0];
        var paths = Named().Matches(map).Select(match => match.Groups["path"].Value).ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"There is no {path}."));
    }

    [GeneratedRegex(@"`(?<path>(src|tests|docs|seeds)/[^`\s…]*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
