using System.Diagnostics;
using System.Diagnostics.Metrics;
using CasualtyApi.Extraction;

namespace CasualtyApi.Ingest;

/// <summary>Reads texts with the engine of this process, and measures how long that takes.</summary>
internal static class ReadingMeter
{
    /// <summary>The meter's name, for who listens.</summary>
    public const string Name = "CasualtyApi.Reading";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "casualty.reading.duration", "s", "How long the engine takes to read a text.");

    private static readonly Counter<long> Characters = Meter.CreateCounter<long>(
        "casualty.reading.characters", "{character}", "How much text the engine has read, in UTF-16 units.");

    /// <inheritdoc cref="ArticleReader.Read(string, DateOnly?)"/>
    public static Reading Read(string text, DateOnly? publishedAt)
    {
        var started = Stopwatch.GetTimestamp();
        var reading = ArticleReader.Default.Read(text, publishedAt);
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        Characters.Add(text.Length);
        return reading;
    }
}
