using System.Diagnostics;
using System.Globalization;
using CasualtyApi.Extraction;

namespace CasualtyApi.Benchmarks;

/// <summary>How fast the engine reads on one thread.</summary>
internal sealed record ReadingSpeed(Corpus Corpus, IReadOnlyList<TimeSpan> Runs, long Allocated, int Claims, int Statements)
{
    private const int Times = 7;

    /// <summary>Long enough for the runtime to have compiled what is hot a second time.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <param name="named">The corpus to read; empty for the usual ones.</param>
    public static async Task<int> RunAsync(string[] named)
    {
        if (named is [var path] && !Path.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no {path}.");
            return 2;
        }

        foreach (var corpus in named is [var only] ? [Corpus.At(only)] : Corpus.Usual())
        {
            Console.WriteLine(Measure(corpus));
        }

        return 0;
    }

    public static ReadingSpeed Measure(Corpus corpus)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < WarmUp;)
        {
            Read(corpus);
        }

        var runs = new List<TimeSpan>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (claims, statements) = (0, 0);
        for (var run = 0; run < Times; run++)
        {
            var begin = Stopwatch.GetTimestamp();
            (claims, statements) = Read(corpus);
            runs.Add(Stopwatch.GetElapsedTime(begin));
        }

        runs.Sort();
        return new ReadingSpeed(corpus, runs, (GC.GetAllocatedBytesForCurrentThread() - before) / Times, claims, statements);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"""
        {Corpus.Name}: {Corpus.Texts.Count} documents, {Corpus.Bytes / 1e6:0.00} MB of UTF-8, {Statements} statements, {Claims} claims
          best    {Speed(Runs[0])}
          median  {Speed(Runs[Runs.Count / 2])} of {Runs.Count} runs on one thread
          memory  {(double)Allocated / Corpus.Bytes:0.0} bytes allocated for each byte read
        """);

    private static (int Claims, int Statements) Read(Corpus corpus)
    {
        var (claims, statements) = (0, 0);
        foreach (var text in corpus.Texts)
        {
            var reading = ArticleReader.Default.Read(text);
            claims += reading.Claims.Count;
            statements += reading.Statements.Count;
        }

        return (claims, statements);
    }

    private string Speed(TimeSpan run) => string.Create(CultureInfo.InvariantCulture,
        $"{Corpus.Bytes / 1e6 / run.TotalSeconds,6:0.00} MB/s {Corpus.Texts.Count / run.TotalSeconds,8:0} documents/s");
}
