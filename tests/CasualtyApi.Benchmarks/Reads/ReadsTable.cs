using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace CasualtyApi.Benchmarks.Reads;

/// <summary>The table of docs/performance.md: each answer beside the bare limit measured in the same run.</summary>
/// <param name="database">The ledger, in a file: what the limits are measured on.</param>
/// <param name="served">What the service is started on: the file, or a connection string of a server that holds the same ledger.</param>
/// <param name="seconds">How long each is loaded.</param>
/// <param name="only">Rows without these words are left out.</param>
internal sealed class ReadsTable(string database, string served, int seconds, string only) : IDisposable
{
    private const string Page = "/api/v1/claims?party=2&category=killed&sort=-publishedAt";
    private static readonly string[] Categories = ["killed", "injured", "killed-or-injured", "displaced"];

    /// <summary>The parties and categories whose first pages are asked for in turn.</summary>
    public static IEnumerable<(int Party, string Category)> Selections { get; } =
        [.. from party in Enumerable.Range(1, 20) from category in Categories select (party, category)];

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(10) };

    public async Task RunAsync()
    {
        Console.WriteLine("| what | requests/s | p50 ms | limit beside it | ratio |\n|---|---|---|---|---|");
        if (IsMeant("the same list again") || IsMeant("conditional GET, 304"))
        {
            await using var keeping = await RunningService.StartAsync(served, 5190, 64);
            var body = await _client.GetByteArrayAsync(keeping.Address + Page);
            await using var bare = await BareServer.StartAsync(database, "http://127.0.0.1:5191", body);
            await RowAsync("the same list again", keeping.Address + Page, "http://127.0.0.1:5191/constant");
            using var answer = await _client.GetAsync(keeping.Address + Page);
            await RowAsync("conditional GET, 304", keeping.Address + Page, "http://127.0.0.1:5191/empty", $"If-None-Match: {answer.Headers.ETag}");
        }

        await using var service = await RunningService.StartAsync(served, 5190, 0);
        await using var limits = await BareServer.StartAsync(database, "http://127.0.0.1:5191", []);
        var pages = Selections.Select(selected => $"party={selected.Party}&category={selected.Category}").ToList();
        if (IsMeant("50 claims of a party and category, newest first"))
        {
            var (first, bound) = await PairAsync(Under(service, "/api/v1/claims?sort=-publishedAt&", pages), Under("http://127.0.0.1:5191/page?", pages));
            Print("50 claims of a party and category, newest first", first, "Microsoft.Data.Sqlite, prepared", bound);
        }

        if (IsMeant("the same, 100 pages on by cursor"))
        {
            var deep = await DeepAsync(service.Address + Page, 100);
            var (beyond, top) = await PairAsync([deep], [service.Address + Page]);
            Print("the same, 100 pages on by cursor", beyond, "its first page", top);
        }

        foreach (var (what, paths) in Unseen(pages).Where(row => IsMeant(row.What))) await UnseenAsync(what, [.. paths.Select(path => service.Address + path)]);
        foreach (var (what, path) in Searched.Where(row => IsMeant(row.What))) await OneByOneAsync(what, service.Address + path);
        await ExportAsync(service, "NDJSON export of all", "/api/v1/claims?format=ndjson", "http://127.0.0.1:5191/lines");
        await ExportAsync(service, "CSV export of all", "/api/v1/claims?format=csv", "http://127.0.0.1:5191/table");
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
        ("list, most claims", ["/api/v1/claims?country=UA", "/api/v1/claims?sort=low", "/api/v1/claims?sort=-high"]),
        ("parties and places", ["/api/v1/parties", "/api/v1/places"]),
        ("comparison, the party and category of most claims", ["/api/v1/comparisons?party=1&category=killed"]),
        ("comparison, a party and category", [.. Enumerable.Range(20, 40).Select(party => $"/api/v1/comparisons?party={party}&category=abducted")]),
    ];

    private static readonly (string What, string Path)[] Searched =
    [
        ("`q`, a word of few claims", "/api/v1/claims?q=suicide"), ("`q`, a name", "/api/v1/claims?q=\"Korean Defence Ministry\""),
        ("`q`, two common words", "/api/v1/claims?q=soldiers killed"), ("`q`, a common word and a party", "/api/v1/claims?q=killed&party=5"),
        ("`asOf` half way, facets", "/api/v1/claims/facets?asOf="), ("`asOf` half way, timeline of a party", "/api/v1/claims/timeline?party=2&asOf="),
        ("`asOf` half way, aggregates of a party and category", "/api/v1/aggregates?party=2&category=killed&asOf="),
        ("`asOf` half way, parties", "/api/v1/parties?asOf="),
        ("`asOf` half way, comparisons of a party and category", "/api/v1/comparisons?party=2&category=killed&asOf="),
    ];

    private bool IsMeant(string what) => what.Contains(only, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first time each is asked for, one after the other, and then under load: what is counted of them is kept by then.</summary>
    private async Task UnseenAsync(string what, IReadOnlyList<string> addresses)
    {
        var times = new List<double>();
        foreach (var address in addresses) times.Add(await TimeAsync(address));
        Print($"{what} (one by one, the first time: median {Median(times):0.0} ms, most {times.Max():0.0})", await Wrk.LoadAsync(addresses, seconds));
    }

    /// <summary>One request after the other. At an earlier moment each is another, so that none is kept.</summary>
    private async Task OneByOneAsync(string what, string address)
    {
        var (times, position) = (new List<double>(), await PositionAsync(address));
        for (var turn = 0; turn < 7; turn++) times.Add(await TimeAsync(address.EndsWith("asOf=", StringComparison.Ordinal) ? $"{address}{(position / 2) + turn}" : address));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | one at a time | {Median(times):0.0} | first {times[0]:0.0}, most {times.Max():0.0} |  |"));
    }

    private async Task<long> PositionAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(new Uri(address), "/api/v1/claims?limit=1"));
        return long.Parse(answer.Headers.GetValues("Ledger-Position").Single(), CultureInfo.InvariantCulture);
    }

    private async Task<double> TimeAsync(string address)
    {
        var begin = Stopwatch.GetTimestamp();
        using var answer = await _client.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private async Task RowAsync(string what, string address, string limit, string? header = null)
    {
        if (!IsMeant(what)) return;

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
        if (!IsMeant(what)) return;
        var before = service.AnonymousMegabytes();
        var (ours, memory) = await DownloadAsync(service.Address + path, service);
        var (bare, _) = await DownloadAsync(limit, null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {ours / 1e6:0.0} MB/s | anonymous memory +{memory - before:0} MB | SQLitePCLRaw {bare / 1e6:0.0} MB/s | {ours / bare:0.00} |"));
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
