using System.Diagnostics;
using CasualtyApi.Benchmarks.Reads;

namespace CasualtyApi.Benchmarks.Peers;

/// <summary>A peer that answers: one process on a port of this machine, which ends with it.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    /// <param name="peer">Which.</param>
    /// <param name="folder">Where it finds its modules.</param>
    /// <param name="database">The file it reads.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="page">Asked for until it answers.</param>
    public static async Task<PeerProcess> StartAsync(Peer peer, string folder, string database, int port, string page)
    {
        var command = peer.Command(database, port);
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        if (Directory.Exists(folder)) start.WorkingDirectory = folder;
        start.Environment["PAGE_SQL"] = BareClaims.Page;
        start.Environment["NODE_ENV"] = "production";
        var started = new PeerProcess(Process.Start(start)!);
        using var client = new HttpClient();
        for (var patience = 60; ; patience--)
        {
            try
            {
                using var answer = await client.GetAsync(page);
                answer.EnsureSuccessStatusCode();
                return started;
            }
            catch (HttpRequestException) when (patience > 0 && !started._process.HasExited)
            {
                await Task.Delay(TimeSpan.FromSeconds(0.5), TimeProvider.System);
            }
            catch (HttpRequestException)
            {
                await started.DisposeAsync();
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
