using System.Diagnostics;
using CasualtyApi.Tests;

namespace CasualtyApi.Benchmarks.Reads;

/// <summary>The service itself, built for release, on a drawn ledger; its log is quiet, for a line for each request would be measured, too.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly Process _process;

    private RunningService(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public static async Task<RunningService> StartAsync(string database, int port, int keptMegabytes, string? adminKey = null, string seeds = "")
    {
        var folder = Path.Combine(Repository.Root, ".artifacts", "bin", "CasualtyApi", "release");
        var start = new ProcessStartInfo(Path.Combine(folder, "CasualtyApi"), ["--urls", $"http://127.0.0.1:{port}"]) { WorkingDirectory = folder };
        start.Environment["Database__Provider"] = database.Contains("Host=", StringComparison.Ordinal) ? "postgres" : "sqlite";
        start.Environment["Database__ConnectionString"] = database;
        start.Environment["Seeds__Path"] = seeds;
        start.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        foreach (var kind in (string[])["Reads", "KeyReads", "KeyWrites"]) start.Environment[$"RateLimits__{kind}PerMinute"] = "100000000";
        if (adminKey is not null) start.Environment["CASUALTY_ADMIN_KEY"] = adminKey;
        start.Environment["Answers__KeptMegabytes"] = $"{keptMegabytes}";
        var service = new RunningService(Process.Start(start)!, $"http://127.0.0.1:{port}");
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        for (var patience = 600; ; patience--)
        {
            try
            {
                // Facets wait until the claims are read into memory.
                using var answer = await client.GetAsync(service.Address + "/api/v1/claims/facets");
                if (answer.IsSuccessStatusCode) return service;
            }
            catch (HttpRequestException) when (patience > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            }
        }
    }

    /// <summary>Memory of its own, in MB: pages of the mapped file are counted once for each connection otherwise.</summary>
    public double AnonymousMegabytes() => File.ReadLines($"/proc/{_process.Id}/status")
        .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) / 1024).Single();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
