using System.Text;
using System.Text.Json;
using CasualtyApi.Tests;

namespace CasualtyApi.Benchmarks;

/// <summary>The texts that are read again and again.</summary>
internal sealed record Corpus(string Name, IReadOnlyList<string> Texts)
{
    private const long LeastBytes = 1_000_000;

    public long Bytes { get; } = Texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));

    /// <summary>A folder of *.txt, or a file of one {"text": …} a line.</summary>
    public static Corpus At(string path) => Directory.Exists(path)
        ? new(path, [.. Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)])
        : new(path, [.. File.ReadLines(path).Where(line => line.Length > 0).Select(TextOf)]);

    /// <summary>The shipped seeds, repeated until there is enough to measure; and the news of the development set, where it is there.</summary>
    public static IEnumerable<Corpus> Usual()
    {
        var seeds = At(Path.Combine(Repository.Root, "seeds"));
        var times = (int)(LeastBytes / seeds.Bytes) + 1;
        yield return new($"seeds × {times}", [.. Enumerable.Repeat(seeds.Texts, times).SelectMany(texts => texts)]);

        var shared = Environment.GetEnvironmentVariable("CASUALTY_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        var news = Path.Combine(shared, "eval", "muc4", "texts.jsonl");
        if (File.Exists(news))
        {
            yield return At(news) with { Name = "muc4" };
        }
    }

    private static string TextOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString()!;
    }
}
