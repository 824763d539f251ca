using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace CasualtyApi.Benchmarks.Reads;

/// <summary>The table of docs/performance.md: each answer beside the bare limit measured in the same run.</summary>
internal sealed class ReadsTable(string database, int seconds) : IDisposable
{
    private const string Page = "/api/v1/claims?party=2&category=killed&sort=-publishedAt";
    private static readonly string[] Categories = ["killed", "injured", "killed-or-injured", "displaced"];
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(10) };

    public async Task RunAsync()
    {
        Console.WriteLine("| what | requests/s | p50 ms | limit beside it | ratio |\n|---|---|---|---|---|");
        await using (var keeping = await RunningService.StartAsync(database, 5190, 64))
        {
            var body = await _client.GetByteArrayAsync(keeping.Address + Page);
            await using var bare = await BareServer.StartAsync(database, "http://127.0.0.1:5191", body);
            await RowAsync("the same list again", keeping.Address + Page, "http://127.0.0.1:5191/constant");
            using var answer = await _client.GetAsync(keeping.Address + Page);
            await RowAsync("conditional GET, 304", keeping.Address + Page, "http://127.0.0.1:5191/empty", $"If-None-Match: {answer.Headers.ETag}");
        }

        await using var service = await RunningService.StartAsync(database, 5190, 0);
        await using var limits = await BareServer.StartAsync(database, "http://127.0.0.1:5191", []);
        var pages = (from party in Enumerable.Range(1, 20) from category in Categories select $"party={party}&category={category}").ToList();
        var (first, bound) = await PairAsync(Under(service, "/api/v1/claims?sort=-publishedAt&", pages), Under("http://127.0.0.1:5191/page?", pages));
        Print("50 claims of a party and category, newest first", first, "Microsoft.Data.Sqlite, prepared", bound);
        var deep = await DeepAsync(service.Address + Page, 100);
        var (beyond, top) = await PairAsync([deep], [service.Address + Page]);
        Print("the same, 100 pages on by cursor", beyond, "its first page", top);

        foreach (var (what, paths) in Unseen(pages)) Print(what, await Wrk.LoadAsync([.. paths.Select(path => service.Address + path)], seconds));
        await ExportAsync(service, "NDJSON export of all", "/api/v1/claims?format=ndjson", "http://127.0.0.1:5191/lines");
        await ExportAsync(service, "CSV export of all", "/api/v1/claims?format=csv", "http://127.0.0.1:5191/lines");
    }

    public void Dispose() => _client.Dispose();

    private static IEnumerable<(string What, string[] Paths)> Unseen(List<string> pages) =>
    [
        ("list and `total`, certainty", ["/api/v1/claims?certainty=denied&limit=1", "/api/v1/claims?certainty=likely&limit=1", "/api/v1/claims?scope=rate&limit=1"]),
        ("list and `total`, claimant", [.. Enumerable.Range(1, 40).Select(source => $"/api/v1/claims?claimant={source}&limit=1")]),
        ("list and `total`, least number", ["/api/v1/claims?minLow=100&limit=1", "/api/v1/claims?minLow=50000&limit=1", "/api/v1/claims?country=CO&limit=1"]),
        ("facets, unfiltered", ["/api/v1/claims/facets"]),
        ("facets, party", [.. Enumerable.Range(1, 60).Select(party => $"/api/v1/claims/facets?party={party}")]),
        ("facets, category", [.. Categories.Select(category => $"/api/v1/claims/facets?category={category}")]),
        ("facets, party and category", [.. pages.Select(page => $"/api/v1/claims/facets?{page}")]),
        ("facets, claimant", [.. Enumerable.Range(1, 60).Select(source => $"/api/v1/claims/facets?claimant={source}")]),
        ("facets, month", [.. Enumerable.Range(1, 12).Select(month => $"/api/v1/claims/facets?from=2022-{month:00}-01&to=2022-{month:00}-28")]),
        ("facets, another filter (cause)", ["/api/v1/claims/facets?cause=suicide"]),
        ("timeline, unfiltered", ["/api/v1/claims/timeline"]),
        ("timeline, party", [.. Enumerable.Range(1, 60).Select(party => $"/api/v1/claims/timeline?party={party}")]),
        ("timeline, party and category", [.. pages.Select(page => $"/api/v1/claims/timeline?{page}")]),
        ("timeline, month", [.. Enumerable.Range(1, 12).Select(month => $"/api/v1/claims/timeline?from=2022-{month:00}-01&to=2022-{month:00}-28")]),
        ("comparison, a party and category", [.. Enumerable.Range(20, 40).Select(party => $"/api/v1/comparisons?party={party}&category=abducted")]),
    ];

    private async Task RowAsync(string what, string address, string limit, string? header = null)
    {
        var (ours, bare) = await PairAsync([address], [limit], header);
        Print(what, ours, limit.Split('/')[^1], bare);
    }

    /// <summary>By turns, so that what else the machine does falls on both.</summary>
    private async Task<(Wrk, Wrk)> PairAsync(IReadOnlyList<string> ours, IReadOnlyList<string> limit, string? header = null)
    {
        var (mine, others) = (new List<Wrk>(), new List<Wrk>());
        await Wrk.LoadAsync(ours, seconds, header);
        await Wrk.LoadAsync(limit, seconds);
        for (var turn = 0; turn < 3; turn++)
        {
            mine.Add(await Wrk.LoadAsync(ours, seconds, header));
            others.Add(await Wrk.LoadAsync(limit, seconds));
        }

        return (mine.OrderBy(one => one.Requests).ElementAt(1), others.OrderBy(one => one.Requests).ElementAt(1));
    }

    private async Task<string> DeepAsync(string address, int pages)
    {
        var at = address;
        for (var page = 0; page < pages; page++)
        {
            using var json = System.Text.Json.JsonDocument.Parse(await _client.GetStringAsync(at));
            if (!json.RootElement.TryGetProperty("next", out var next)) break;
            at = $"{address}&cursor={next.GetString()}";
        }

        return at;
    }

    private async Task ExportAsync(RunningService service, string what, string path, string limit)
    {
        var before = service.AnonymousMegabytes();
        var (ours, memory) = await DownloadAsync(service.Address + path, service);
        var (bare, _) = await DownloadAsync(limit, null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {ours / 1e6:0.0} MB/s | anonymous memory +{memory - before:0} MB | SQLitePCLRaw, NDJSON {bare / 1e6:0.0} MB/s | {ours / bare:0.00} |"));
    }

    private async Task<(double Rate, double Memory)> DownloadAsync(string address, RunningService? service)
    {
        var (watch, length, memory, buffer) = (Stopwatch.StartNew(), 0L, 0.0, new byte[1 << 20]);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        for (int read; (read = await body.ReadAsync(buffer)) > 0; length += read)
        {
            if (service is not null && length % (64 << 20) < read) memory = Math.Max(memory, service.AnonymousMegabytes());
        }

        return (length / watch.Elapsed.TotalSeconds, memory);
    }

    private static List<string> Under(RunningService service, string path, List<string> queries) => queries.ConvertAll(query => service.Address + path + query);

    private static List<string> Under(string address, List<string> queries) => queries.ConvertAll(query => address + query);

    private static void Print(string what, Wrk ours, string? limit = null, Wrk? bare = null) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {ours.Requests:0} | {ours.Median:0.00} | {(bare is null ? "" : $"{limit}: {bare.Requests:0}")} | {(bare is null ? "" : $"{ours.Requests / bare.Requests:0.00}")}{(ours.Errors > 0 ? $" ({ours.Errors} errors)" : "")} |"));
}
