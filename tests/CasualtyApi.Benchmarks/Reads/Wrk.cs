using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CasualtyApi.Benchmarks.Reads;

/// <summary>What wrk measured at 16 connections.</summary>
internal sealed partial record Wrk(double Requests, double Median, int Errors)
{
    public static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <param name="addresses">Asked one after the other, again and again.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="header">One header more, as "Name: value".</param>
    public static async Task<Wrk> LoadAsync(IReadOnlyList<string> addresses, int seconds, string? header = null)
    {
        var uris = addresses.Select(address => new Uri(address)).ToList();
        var script = Path.GetTempFileName();
        var paths = string.Join(", ", uris.Select(uri => $"\"{uri.PathAndQuery}\""));
        var own = header is null ? "" : $"wrk.headers[\"{header.Split(": ")[0]}\"] = [[{header.Split(": ")[1]}]]\n";
        await File.WriteAllTextAsync(script, $"{own}local paths = {{ {paths} }}\nlocal at = math.random(#paths)\nrequest = function() at = at % #paths + 1 return wrk.format(nil, paths[at]) end\n");
        var start = new ProcessStartInfo("wrk", ["-t1", "-c16", $"-d{seconds}s", "--latency", "--timeout", "30s", "-s", script, uris[0].GetLeftPart(UriPartial.Authority)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(script);
        return new(
            Number(Rate().Match(output).Groups[1].Value), Milliseconds(Half().Match(output)),
            Count(NonSuccess().Match(output)) + Count(Unanswered().Match(output)));
    }

    private static int Count(Match match) => match.Groups.Values.Skip(1).Where(group => group.Success).Sum(group => int.Parse(group.Value, CultureInfo.InvariantCulture));

    private static double Milliseconds(Match match) => Number(match.Groups[1].Value) * match.Groups[2].Value switch { "us" => 0.001, "s" => 1_000, _ => 1 };

    private static double Number(string word) => double.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"50%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Half();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex NonSuccess();

    [GeneratedRegex(@"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")]
    private static partial Regex Unanswered();
}
