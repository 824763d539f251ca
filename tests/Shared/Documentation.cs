namespace CasualtyApi.Tests;

/// <summary>
/// The parts of a documentation page that follow from the code. They stand between <c>&lt;!-- name --&gt;</c> and
/// <c>&lt;!-- /name --&gt;</c>. With DOCS_UPDATE=1 in the environment a test writes them instead of comparing:
/// <c>DOCS_UPDATE=1 dotnet test CasualtyApi.sln</c>, then look at the difference in git.
/// </summary>
internal static class Documentation
{
    public static bool IsUpdated { get; } = Environment.GetEnvironmentVariable("DOCS_UPDATE") == "1";

    public static string Read(string page) => File.ReadAllText(PathOf(page));

    public static void Write(string page, string text) => File.WriteAllText(PathOf(page), text);

    public static void AssertPart(string page, string name, string expected)
    {
        var text = Read(page);
        var (start, end) = ($"<!-- {name} -->\n\n", $"\n\n<!-- /{name} -->");
        var first = text.IndexOf(start, StringComparison.Ordinal);
        var last = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(first >= 0 && last > first, $"{page} has no part '{name}'.");
        first += start.Length;
        if (IsUpdated)
        {
            Write(page, $"{text[..first]}{expected}{text[last..]}");
            return;
        }

        Assert.Equal(expected, text[first..last], ignoreLineEndingDifferences: true);
    }

    private static string PathOf(string page) => Path.Combine(Repository.Root, page);
}
