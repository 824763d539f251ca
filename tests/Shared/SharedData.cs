namespace CasualtyApi.Tests;

/// <summary>
/// The folder of gold files and corpora, which lies outside the repository: <c>CASUALTY_SHARED</c>, by default
/// <c>../shared</c> from the repository's root.
/// </summary>
internal static class SharedData
{
    public static string? Folder { get; } = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Folder ?? throw new InvalidOperationException("No shared data."), relative);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CASUALTY_SHARED") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        var beside = System.IO.Path.Combine(Repository.Root, "..", "shared");
        return Directory.Exists(beside) ? beside : null;
    }
}

/// <summary>A test that needs the shared data, and skips visibly without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedData.Folder is null)
        {
            Skip = "Set CASUALTY_SHARED to the folder of gold files and corpora.";
        }
    }
}
