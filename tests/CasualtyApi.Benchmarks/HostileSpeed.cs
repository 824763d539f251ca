using System.Diagnostics;
using System.Globalization;
using CasualtyApi.Extraction;
using CasualtyApi.Tests;

namespace CasualtyApi.Benchmarks;

/// <summary>How the time to read a text made to be slow grows with ten times the text.</summary>
internal sealed record HostileSpeed(string Piece, TimeSpan One, TimeSpan Ten)
{
    private const int Length = 100_000;
    private const int Times = 5;

    private double Growth => Ten / One;

    /// <param name="words">What the pieces measured have in them.</param>
    public static IEnumerable<HostileSpeed> Measure(string words)
    {
        foreach (var piece in HostileTexts.Pieces.Where(piece => piece.Contains(words, StringComparison.Ordinal)))
        {
            var (one, ten) = (HostileTexts.Of(piece, Length), HostileTexts.Of(piece, Length * 10));
            Best(one);
            yield return new HostileSpeed(piece, Best(one), Best(ten));
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Growth,6:0.0}x {One.TotalMilliseconds,9:0.00} ms {Ten.TotalMilliseconds,9:0.00} ms {Length * 10 / 1e6 / Ten.TotalSeconds,7:0.0} Mchar/s  {Piece.ReplaceLineEndings("⏎").Trim()}");

    /// <summary>The best of several runs, each on a heap swept before.</summary>
    private static TimeSpan Best(string text)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < Times; run++)
        {
            GC.Collect();
            var begin = Stopwatch.GetTimestamp();
            ArticleReader.Default.Read(text);
            var took = Stopwatch.GetElapsedTime(begin);
            best = took < best ? took : best;
        }

        return best;
    }
}
