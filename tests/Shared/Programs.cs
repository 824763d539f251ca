using System.Diagnostics;

namespace CasualtyApi.Tests;

/// <summary>Other programs, where a test needs one.</summary>
internal static class Programs
{
    public static bool Has(string program) => PathOf(program) is not null;

    public static string? PathOf(string program) => $"{Environment.GetEnvironmentVariable("PATH")}".Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Whether what is missing can be installed without asking anybody.</summary>
    public static bool CanInstall { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Has("apt-get");

    private static readonly SemaphoreSlim Installing = new(1, 1);

    /// <summary>Installs what Debian has of a missing program; where that cannot be done, the test was skipped before.</summary>
    /// <remarks>Tests that run at once miss it at once: one installs, and the others wait. What else on the machine installs something is waited for, too.</remarks>
    public static async Task InstallAsync(string program, params string[] packages)
    {
        await Installing.WaitAsync();
        try
        {
            if (Has(program)) return;
            await RunAsync("/", "apt-get", "update", "-qq");
            await RunAsync("/", "apt-get", ["install", "-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", .. packages]);
        }
        finally
        {
            Installing.Release();
        }
    }

    /// <summary>Runs a program to its end; what it printed, or a failed test that says what it complained of.</summary>
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (printed, complaint) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{await printed}\n{await complaint}");
        return await printed;
    }
}
