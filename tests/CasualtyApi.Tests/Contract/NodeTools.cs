using System.Security.Cryptography;

namespace CasualtyApi.Tests.Contract;

/// <summary>
/// A folder with the files of <c>tests/Contract</c> and the npm packages its lock file names. The packages are installed once, into
/// <c>~/.cache/casualty-api</c>, and used again until the lock file changes.
/// </summary>
public sealed class NodeTools : IDisposable
{
    private const string Packages = "node_modules";

    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "Contract");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("casualty-contract-");
    private readonly SemaphoreSlim once = new(1);

    internal string Folder => folder.FullName;

    internal async Task<string> RunAsync(string script, params string[] arguments)
    {
        await PrepareAsync();
        return await Programs.RunAsync(Folder, "node", [script, .. arguments]);
    }

    internal void Write(string name, string content) => File.WriteAllText(Path.Combine(Folder, name), content);

    public void Dispose()
    {
        folder.Delete(recursive: true);
        once.Dispose();
    }

    private async Task PrepareAsync()
    {
        await once.WaitAsync();
        try
        {
            if (!Directory.Exists(Path.Combine(Folder, Packages)))
            {
                Directory.CreateSymbolicLink(Path.Combine(Folder, Packages), await InstalledAsync());
                CopySources(Folder);
            }
        }
        finally
        {
            once.Release();
        }
    }

    private static async Task<string> InstalledAsync()
    {
        await Programs.InstallAsync("npm", "nodejs", "npm");
        var locked = await File.ReadAllBytesAsync(Path.Combine(Sources, "package-lock.json"));
        var cache = Path.Combine(Cache, "contract-" + Convert.ToHexStringLower(SHA256.HashData(locked))[..16]);
        if (!Directory.Exists(cache))
        {
            // Made aside and put in its place in one step: another test run may be at the same.
            var aside = Directory.CreateDirectory($"{cache}.{Path.GetRandomFileName()}").FullName;
            CopySources(aside);
            await Programs.RunAsync(aside, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
            try
            {
                Directory.Move(aside, cache);
            }
            catch (IOException) when (Directory.Exists(cache))
            {
                Directory.Delete(aside, recursive: true);
            }
        }

        return Path.Combine(cache, Packages);
    }

    private static string Cache => Directory.CreateDirectory(Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
            ? named : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "casualty-api")).FullName;

    private static void CopySources(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Sources))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }
    }
}

/// <summary>A test that needs Node.js, and skips visibly where it is not and cannot be installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!(Programs.Has("node") && Programs.Has("npm")) && !Programs.CanInstall)
        {
            Skip = "Needs Node.js 20.19 or later with npm: apt-get install nodejs npm";
        }
    }
}
