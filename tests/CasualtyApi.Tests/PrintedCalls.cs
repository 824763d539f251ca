using System.Text.RegularExpressions;

namespace CasualtyApi.Tests;

/// <summary>
/// The calls of a page that print their answer below them. They are made by the page's own words, and what differs from run to
/// run is "…". With DOCS_UPDATE=1 the answers are printed anew: <c>DOCS_UPDATE=1 dotnet test CasualtyApi.sln</c>.
/// </summary>
internal static partial class PrintedCalls
{
    public const string Address = "http://localhost:5080";

    /// <param name="page">The page.</param>
    /// <param name="service">Which answers.</param>
    /// <param name="expected">How many calls it shows.</param>
    /// <param name="before">What the shell knows besides.</param>
    public static async Task AssertAnsweredAsync(string page, Service service, int expected, string before = "")
    {
        var text = Documentation.Read(page);
        var calls = Calls().Matches(text);
        Assert.Equal(expected, calls.Count);

        var updated = text;
        foreach (Match call in calls)
        {
            var (words, form) = (call.Groups["call"].Value, call.Groups["form"].Value);
            var answer = await Programs.RunAsync("/", "bash", "-c", before + words.Replace(Address, $"{service.Client.BaseAddress}".TrimEnd('/'), StringComparison.Ordinal));
            var printed = form == "json" ? PrintedJson.Of(answer) : Instants().Replace(answer, "…").ReplaceLineEndings("\n").TrimEnd('\n');
            updated = updated.Replace(call.Value, $"```bash\n{words}\n```\n\n```{form}\n{printed}\n```", StringComparison.Ordinal);
        }

        if (Documentation.IsUpdated)
        {
            Documentation.Write(page, updated);
            return;
        }

        Assert.Equal(updated, text);
    }

    /// <summary>Every address a page's shell blocks call.</summary>
    public static IEnumerable<string> AddressesOn(string page) =>
        Called().Matches(Documentation.Read(page)).Select(match => match.Groups["address"].Value).Distinct();

    [GeneratedRegex(@"```bash\n(?<call>curl [^`]*)\n```\n\n```(?<form>json|csv)\n[^`]*\n```", RegexOptions.ExplicitCapture)]
    private static partial Regex Calls();

    [GeneratedRegex(@"(?m)^curl (-i )?'http://localhost:5080(?<address>[^']*)'(?! *(-d|--data|-H 'Content-Type|\\))", RegexOptions.ExplicitCapture)]
    private static partial Regex Called();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z")]
    private static partial Regex Instants();
}

/// <summary>A test that needs bash and curl, and skips visibly without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CurlFactAttribute : FactAttribute
{
    public CurlFactAttribute()
    {
        if (!Programs.Has("bash") || !Programs.Has("curl"))
        {
            Skip = "Needs bash and curl: apt-get install curl";
        }
    }
}
