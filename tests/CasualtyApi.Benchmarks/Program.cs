using System.Globalization;
using CasualtyApi.Benchmarks;
using CasualtyApi.Benchmarks.Ledgers;

// dotnet run -c Release --project tests/CasualtyApi.Benchmarks -- …
const string Usage = """
    usage: reading [FOLDER-or-NDJSON]                    how fast the engine reads
           ledger  [--claims N] [--folder F]             makes a ledger of N claims, once, and says where it is
    """;

return args switch
{
    ["reading", .. { Length: <= 1 } named] => await ReadingSpeed.RunAsync(named),
    ["ledger", .. var options] => await LedgerAsync(options),
    _ => await RefusedAsync(),
};

static async Task<int> LedgerAsync(string[] options)
{
    Console.WriteLine(await LedgerFile.OfAsync(
        int.Parse(Option(options, "--claims", "1000000"), CultureInfo.InvariantCulture), Option(options, "--folder", LedgerFile.Folder)));
    return 0;
}

static string Option(string[] options, string name, string byDefault) =>
    Array.IndexOf(options, name) is >= 0 and var index && index + 1 < options.Length ? options[index + 1] : byDefault;

static async Task<int> RefusedAsync()
{
    await Console.Error.WriteLineAsync(Usage);
    return 2;
}
