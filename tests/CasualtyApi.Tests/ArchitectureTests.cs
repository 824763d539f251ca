namespace CasualtyApi.Tests;

public sealed class ArchitectureTests
{
    private static readonly string[] TopLevel =
        ["CasualtyApi.sln", "Directory.Build.props", "README.md", "docs", "seeds", "src", "tests"];

    [Fact]
    public void Only_the_agreed_names_are_visible_at_the_top_level()
    {
        // bin, obj and a run's data lie in dot-folders or elsewhere, so the folder itself is asked, not git.
        var names = Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.'))
            .Order(StringComparer.Ordinal);

        Assert.Equal(TopLevel, names);
    }
}
