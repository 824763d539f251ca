using System.Text.Json;
using System.Text.RegularExpressions;

namespace CasualtyApi.Tests.Queries;

/// <summary>The counting rules of docs/methods.md are those of the reading engine.</summary>
[Collection(SeededService.Name)]
public sealed partial class MethodsPageTests(Service service)
{
    [Fact]
    public async Task Words_have_the_ends_the_page_says()
    {
        var part = Documentation.Read("docs/methods.md").Split("## From words to ends")[1].Split("\n## ")[0];
        var rows = Row().Matches(part).ToList();

        Assert.True(rows.Count >= 19);
        await Assert.AllAsync(rows, async row =>
        {
            var reading = await service.PostAsync(row.Groups["words"].Value, "text/plain");
            var count = reading.GetProperty("claims").EnumerateArray().Single().GetProperty("count");
            Assert.Equal(
                (row.Groups["relation"].Value, row.Groups["low"].Value, row.Groups["high"].Value),
                (count.GetProperty("relation").GetString()!, End(count.GetProperty("low")), End(count.GetProperty("high"))));
        });
    }

    private static string End(JsonElement end) => end.ValueKind == JsonValueKind.Null ? "open" : end.GetRawText();

    [GeneratedRegex(@"(?m)^\| (?<words>[^|]+\.) \| (?<relation>[a-z-]+) \| (?<low>open|\d+) \| (?<high>open|\d+) \|$", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
