using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CasualtyApi.Tests;

/// <summary>
/// README's calls are made by its own words, and answered with what is printed there. After a change of the engine or of an
/// answer, <c>DOCS_UPDATE=1 dotnet test tests/CasualtyApi.Tests --filter ReadmeTests</c> prints the answers anew.
/// </summary>
[Collection(SeededService.Name)]
public sealed partial class ReadmeTests(Service service)
{
    private const string Page = "README.md";
    private const string Address = "http://localhost:5080";

    [CurlFact]
    public async Task Every_call_answers_as_printed()
    {
        var page = Documentation.Read(Page);
        var calls = Calls().Matches(page);
        Assert.Equal(6, calls.Count);

        var updated = page;
        foreach (Match call in calls)
        {
            var answered = PrintedJson.Of(await RunAsync(call.Groups["call"].Value));
            updated = updated.Replace(call.Value, $"```bash\n{call.Groups["call"].Value}\n```\n\n```json\n{answered}\n```", StringComparison.Ordinal);
        }

        if (Documentation.IsUpdated)
        {
            Documentation.Write(Page, updated);
            return;
        }

        Assert.Equal(updated, page);
    }

    [Fact]
    public void Every_path_on_the_map_exists()
    {
        var map = Documentation.Read(Page).Split("## Where things live")[1].Split("\n## ")[0];
        var paths = Named().Matches(map).Select(match => match.Groups["path"].Value).ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"There is no {path}."));
    }

    private async Task<string> RunAsync(string call)
    {
        var here = call.Replace(Address, service.Client.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal);
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", here]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var answer = await bash.StandardOutput.ReadToEndAsync();
        var complaint = await bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.True(bash.ExitCode == 0, $"{call}\n{complaint}");
        return answer;
    }

    [GeneratedRegex(@"```bash\n(?<call>curl [^`]*)\n```\n\n```json\n[^`]*\n```", RegexOptions.ExplicitCapture)]
    private static partial Regex Calls();

    [GeneratedRegex(@"`(?<path>(src|tests|docs|seeds)/[^`\s…]*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}

/// <summary>A test that needs bash and curl, and skips visibly without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CurlFactAttribute : FactAttribute
{
    public CurlFactAttribute()
    {
        if (!Programs.Has("bash") || !Programs.Has("curl"))
        {
            Skip = "Needs bash and curl.";
        }
    }
}
