using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CasualtyApi.Tests;

namespace CasualtyApi.Benchmarks.Reads;

/// <summary>The table of docs/reading-room.md: how long pages take the service, asked for one after the other, and what of them goes over the wire.</summary>
/// <param name="database">The ledger.</param>
internal sealed partial class PagesTable(string database) : IDisposable
{
    private const int Turns = 41;
    private const int Port = 5192;

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(10), DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };

    public async Task RunAsync()
    {
        // The drawn ledger stays as it is for others who measure.
        var copy = Path.ChangeExtension(database, ".pages.db");
        if (!File.Exists(copy)) File.Copy(database, copy);
        var seeds = Directory.CreateTempSubdirectory("casualty-pages-").FullName;
        await File.WriteAllTextAsync(Path.Combine(seeds, "a-long-one.txt"), LongArticle.Text());
        foreach (var shipped in Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"))) File.Copy(shipped, Path.Combine(seeds, Path.GetFileName(shipped)));
        await using var service = await RunningService.StartAsync(copy, Port, 0, seeds: seeds);
        Directory.Delete(seeds, recursive: true);
        Console.WriteLine("| page | p50 ms | p95 ms | kB sent, with style and script |\n|---|---|---|---|");
        var documents = await NewestAsync(service.Address);
        await RowAsync("overview", service.Address + "/");
        await RowAsync("overview, one category", service.Address + "/?category=killed");
        await RowAsync("overview, one party and category", service.Address + "/?party=2&category=killed");
        foreach (var (id, length) in documents) await RowAsync(string.Create(CultureInfo.InvariantCulture, $"a document of {length:N0} characters"), $"{service.Address}/documents/{id}");
        await RowAsync("documents", service.Address + "/documents");
        await RowAsync("ledger", service.Address + "/ledger");
    }

    public void Dispose() => _client.Dispose();

    private async Task RowAsync(string what, string address)
    {
        var (times, sent) = (new List<double>(), 0L);
        for (var turn = 0; turn < Turns; turn++)
        {
            var begin = Stopwatch.GetTimestamp();
            var bytes = await _client.GetByteArrayAsync(address);
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            sent = bytes.Length;
        }

        using var plain = new HttpClient();
        var page = await plain.GetStringAsync(address);
        foreach (Match asset in Asset().Matches(page)) sent += (await _client.GetByteArrayAsync(new Uri(new Uri(address), asset.Value))).Length;
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times[Turns / 2]:0.0} | {times[Turns * 95 / 100]:0.0} | {sent / 1000.0:0} |"));
    }

    /// <summary>The shipped article and the long one, which the service has read last.</summary>
    private static async Task<IReadOnlyList<(long Id, int Length)>> NewestAsync(string address)
    {
        using var client = new HttpClient { BaseAddress = new(address) };
        var newest = JsonDocument.Parse(await client.GetByteArrayAsync("/api/v1/documents?sort=-id&limit=2")).RootElement.GetProperty("items");
        var found = new List<(long, int)>();
        foreach (var document in newest.EnumerateArray())
        {
            var text = await client.GetStringAsync(document.GetProperty("links").GetProperty("text").GetString());
            found.Add((document.GetProperty("id").GetInt64(), text.EnumerateRunes().Count()));
        }

        return found;
    }

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Asset();
}
