using System.Globalization;
using CasualtyApi.Benchmarks;
using CasualtyApi.Benchmarks.Ledgers;
using CasualtyApi.Benchmarks.Peers;
using CasualtyApi.Benchmarks.Reads;
using CasualtyApi.Benchmarks.Writes;

// dotnet run -c Release --project tests/CasualtyApi.Benchmarks -- …
const string Usage = """
    usage: reading [FOLDER-or-NDJSON]                    how fast the engine reads
           hostile [WORDS]                               how its time grows with hostile texts; only those that have such words
           memory                                        what a text of 1 MiB takes
           reads   [--claims N] [--folder F] [--seconds S] [--only WORDS] [--postgres SERVER]   how fast the service answers on such a ledger (wants wrk); only the rows that have such words; with a connection string of a PostgreSQL server, on that beside
           peers   [--claims N] [--folder F] [--seconds S] [--peers FOLDER] [--port P]   how fast other products answer one of its pages from the same file: those that are installed, with npm in such a folder; on ports from P
           import  [--claims N] [--folder F] [--postgres SERVER]   how fast such a ledger is taken in from its export; there instead
           writes  [--seconds S] [--postgres SERVER]     how many changes a second are acknowledged; there instead, by two processes as well
           pages   [--claims N] [--folder F]             how long the pages people look at take on such a ledger
           ledger  [--claims N] [--folder F]             makes a ledger of N claims, once, and says where it is
    """;

return args switch
{
    ["reading", .. { Length: <= 1 } named] => await ReadingSpeed.RunAsync(named),
    ["hostile", .. { Length: <= 1 } words] => Hostile(words.FirstOrDefault("")),
    ["memory"] => Memory(),
    ["reads", .. var options] => await ReadsAsync(options),
    ["peers", .. var options] => await PeersAsync(options),
    ["import", .. var options] => await ImportAsync(options),
    ["writes", .. var options] => await WritesAsync(options),
    ["pages", .. var options] => await PagesAsync(options),
    ["ledger", .. var options] => await LedgerAsync(options),
    _ => await RefusedAsync(),
};

static int Hostile(string words)
{
    foreach (var speed in HostileSpeed.Measure(words))
    {
        Console.WriteLine(speed);
    }

    return 0;
}

static int Memory()
{
    Console.WriteLine(ReadingMemory.Measure());
    return 0;
}

static async Task<int> LedgerAsync(string[] options)
{
    Console.WriteLine(await LedgerFile.OfAsync(
        int.Parse(Option(options, "--claims", "1000000"), CultureInfo.InvariantCulture), Option(options, "--folder", LedgerFile.Folder)));
    return 0;
}

static async Task<int> PagesAsync(string[] options)
{
    using var table = new PagesTable(await LedgerFile.OfAsync(
        int.Parse(Option(options, "--claims", "1000000"), CultureInfo.InvariantCulture), Option(options, "--folder", LedgerFile.Folder)));
    await table.RunAsync();
    return 0;
}

static async Task<int> ReadsAsync(string[] options)
{
    if (!Wrk.IsInstalled) return await WithoutWrkAsync();

    var database = await LedgerFile.OfAsync(
        int.Parse(Option(options, "--claims", "1000000"), CultureInfo.InvariantCulture), Option(options, "--folder", LedgerFile.Folder));
    var (seconds, only) = (int.Parse(Option(options, "--seconds", "5"), CultureInfo.InvariantCulture), Option(options, "--only", ""));
    using (var table = new ReadsTable(database, database, seconds, only)) await table.RunAsync();
    if (Option(options, "--postgres", "") is not { Length: > 0 } server) return 0;

    Console.WriteLine("\nThe same on PostgreSQL:\n");
    await using var moved = await ServerDatabase.OfAsync(database, server);
    using (var table = new ReadsTable(database, moved.ConnectionString, seconds, only)) await table.RunAsync();
    return 0;
}

static async Task<int> PeersAsync(string[] options)
{
    if (!Wrk.IsInstalled) return await WithoutWrkAsync();

    using var table = new PeersTable(
        await LedgerFile.OfAsync(
            int.Parse(Option(options, "--claims", "1000000"), CultureInfo.InvariantCulture), Option(options, "--folder", LedgerFile.Folder)),
        Path.GetFullPath(Option(options, "--peers", Path.Combine(LedgerFile.Folder, "peers"))), int.Parse(Option(options, "--port", "5190"), CultureInfo.InvariantCulture),
        int.Parse(Option(options, "--seconds", "5"), CultureInfo.InvariantCulture));
    await table.RunAsync();
    return 0;
}

static async Task<int> ImportAsync(string[] options)
{
    var database = await LedgerFile.OfAsync(
        int.Parse(Option(options, "--claims", "1000000"), CultureInfo.InvariantCulture), Option(options, "--folder", LedgerFile.Folder));
    await (Option(options, "--postgres", "") is { Length: > 0 } server ? ServerImportSpeed.RunAsync(database, server) : ImportSpeed.RunAsync(database));
    return 0;
}

static async Task<int> WritesAsync(string[] options)
{
    if (!Wrk.IsInstalled) return await WithoutWrkAsync();

    await DurableWrites.RunAsync(
        int.Parse(Option(options, "--seconds", "5"), CultureInfo.InvariantCulture), Option(options, "--postgres", "") is { Length: > 0 } server ? server : null);
    return 0;
}

static string Option(string[] options, string name, string byDefault) =>
    Array.IndexOf(options, name) is >= 0 and var index && index + 1 < options.Length ? options[index + 1] : byDefault;

static async Task<int> WithoutWrkAsync()
{
    await Console.Error.WriteLineAsync("wrk is missing: apt-get install wrk");
    return 2;
}

static async Task<int> RefusedAsync()
{
    await Console.Error.WriteLineAsync(Usage);
    return 2;
}
