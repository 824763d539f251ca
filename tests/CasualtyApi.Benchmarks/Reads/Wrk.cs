using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CasualtyApi.Benchmarks.Reads;

/// <summary>What wrk measured.</summary>
internal sealed partial record Wrk(double Requests, double Median, int Errors)
{
    public static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <summary>GET by 16 connections.</summary>
    /// <param name="addresses">Asked one after the other, again and again.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="header">One header more, as "Name: value".</param>
    public static Task<Wrk> LoadAsync(IReadOnlyList<string> addresses, int seconds, string? header = null)
    {
        var uris = addresses.Select(address => new Uri(address)).ToList();
        var paths = string.Join(", ", uris.Select(uri => $"\"{uri.PathAndQuery}\""));
        var script = $"local paths = {{ {paths} }}\nlocal at = math.random(#paths)\nrequest = function() at = at % #paths + 1 return wrk.format(nil, paths[at]) end\n";
        return RunAsync(uris[0], 16, seconds, (header is null ? "" : Header(header)) + script);
    }

    /// <summary>POST of JSON, in each body an own number for "{0}".</summary>
    /// <param name="address">Where to.</param>
    /// <param name="body">The body, with one "{0}".</param>
    /// <param name="connections">How many clients, each of which waits for its answer.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="header">One header more, as "Name: value".</param>
    public static Task<Wrk> PostAsync(string address, string body, int connections, int seconds, string header)
    {
        var script = $"wrk.method = \"POST\"\nlocal number = 0\nrequest = function() number = number + 1 return wrk.format(nil, nil, nil, [[{body.Replace("{0}", "]] .. number .. [[", StringComparison.Ordinal)}]]) end\n";
        return RunAsync(new(address), connections, seconds, Header(header) + Header("Content-Type: application/json") + script);
    }

    private static string Header(string header) => $"wrk.headers[\"{header.Split(": ")[0]}\"] = [[{header.Split(": ")[1]}]]\n";

    private static async Task<Wrk> RunAsync(Uri address, int connections, int seconds, string lua)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, lua);
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "--timeout", "30s", "-s", script, address.AbsoluteUri])
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
