using System.Globalization;
using System.Text.Json;
using CasualtyApi.Benchmarks.Reads;

namespace CasualtyApi.Benchmarks.Peers;

/// <summary>The service, its bare limit and the peers that are installed, on the same pages of the same file.</summary>
/// <param name="database">The ledger, in a file.</param>
/// <param name="folder">Where npm put the peers' modules.</param>
/// <param name="port">The first of five: the service's, the limit's, the peers'.</param>
/// <param name="seconds">How long each is loaded, three times.</param>
internal sealed class PeersTable(string database, string folder, int port, int seconds) : IDisposable
{
    private readonly HttpClient _client = new();
    private readonly List<Row> _rows = [];

    public async Task RunAsync()
    {
        await using var service = await RunningService.StartAsync(database, port, 0);
        await using var limit = await BareServer.StartAsync(database, Address(port + 1), []);
        var peers = new List<PeerProcess>();
        try
        {
            Add("this service", port, (party, category) => $"/api/v1/claims?sort=-publishedAt&party={party}&category={category}");
            Add("Microsoft.Data.Sqlite, prepared", port + 1, (party, category) => $"/page?party={party}&category={category}");
            foreach (var (number, peer) in Peer.All(folder).Index())
            {
                if (!peer.IsInstalled)
                {
                    Console.WriteLine($"{peer.Name} is not installed: {peer.Install}");
                    continue;
                }

                Add(peer.Name, port + 2 + number, peer.Page);
                peers.Add(await PeerProcess.StartAsync(peer, folder, database, port + 2 + number, _rows[^1].Pages[0]));
            }

            await MeasureAsync();
            await PrintAsync();
        }
        finally
        {
            foreach (var peer in peers) await peer.DisposeAsync();
        }
    }

    public void Dispose() => _client.Dispose();

    private void Add(string name, int at, Func<int, string, string> page) =>
        _rows.Add(new(name, [.. ReadsTable.Selections.Select(selected => Address(at) + page(selected.Party, selected.Category))], []));

    private static string Address(int port) => $"http://127.0.0.1:{port}";

    /// <summary>By turns, so that what else the machine does falls on all; the first turn warms.</summary>
    private async Task MeasureAsync()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            foreach (var row in _rows)
            {
                var measured = await Wrk.LoadAsync(row.Pages, seconds);
                if (turn > 0) row.Turns.Add(measured);

                // A slow one still answers what nobody waits for any longer.
                await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            }
        }
    }

    private async Task PrintAsync()
    {
        Console.WriteLine($"| who | requests/s | p50 ms | errors | this service to it | kB a page | pages of {_rows[0].Pages.Count} with the same claims |\n|---|---|---|---|---|---|---|");
        var ours = await AskedAsync(_rows[0]);
        foreach (var row in _rows)
        {
            var (median, asked) = (row.Median, await AskedAsync(row));
            var same = asked.Zip(ours).Count(pair => pair.First.Claims.SequenceEqual(pair.Second.Claims));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {row.Name} | {median.Requests:0} | {median.Median:0.0} | {row.Turns.Sum(turn => turn.Errors)} | {_rows[0].Median.Requests / median.Requests:0.00} | {asked.Average(page => page.Bytes) / 1000:0} | {same} |"));
        }
    }

    /// <summary>Each page once: its size, and the claims on it.</summary>
    private async Task<List<(int Bytes, List<long> Claims)>> AskedAsync(Row row)
    {
        var asked = new List<(int, List<long>)>();
        foreach (var page in row.Pages)
        {
            var bytes = await _client.GetByteArrayAsync(page);
            using var json = JsonDocument.Parse(bytes);
            var items = json.RootElement.EnumerateObject().First(member => member.Name is "items" or "data").Value;
            asked.Add((bytes.Length, [.. items.EnumerateArray().Select(item => item.GetProperty("id").GetInt64())]));
        }

        return asked;
    }

    private sealed record Row(string Name, IReadOnlyList<string> Pages, List<Wrk> Turns)
    {
        public Wrk Median => Turns.OrderBy(turn => turn.Requests).ElementAt(Turns.Count / 2);
    }
}
