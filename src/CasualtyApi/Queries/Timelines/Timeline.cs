using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Timelines;

/// <summary>Puts claims, one after the other, into the points of their series. It holds points, never the claims.</summary>
internal sealed class Timeline(string? dateField, string? interval, SourceDirectory sources)
{
    public const int MostSeries = 50;

    private readonly Dictionary<(long, long, CasualtyCategory, ClaimScope), Series> _series = [];
    private int _unquantified, _denied;

    public int Undated { get; private set; }

    public void Add(TimelineRow row)
    {
        if (row.Day(dateField) is not { } day)
        {
            Undated++;
        }
        else if (row.Low is null && row.High is null)
        {
            _unquantified++;
        }
        else if (row.Certainty == Certainty.Denied)
        {
            _denied++;
        }
        else
        {
            SeriesOf(row).Add(day, row);
        }
    }

    public TimelineResponse Answer(long position, int undated, TimelineLinks links)
    {
        var ordered = _series.Values.OrderByDescending(series => series.Claims).ThenBy(series => series.FirstClaim).ToList();
        return new(
            position, undated, _unquantified, _denied, Math.Max(0, ordered.Count - MostSeries),
            [.. ordered.Take(MostSeries).Select(series => series.Answer(links))]);
    }

    private Series SeriesOf(TimelineRow row)
    {
        var originator = row.OriginatorIn(sources);
        // What a document without a known publisher says itself is said by nobody who can be told from others.
        var key = (originator?.Id ?? -row.DocumentId, row.Party.Id, row.Category, row.Scope);
        return _series.TryGetValue(key, out var known) ? known : _series[key] = new Series(originator, row, interval);
    }

    private sealed class Series(SourceName? originator, TimelineRow first, string? interval)
    {
        private readonly TimelinePoints _points = new(interval, keepsAll: originator is null);

        public int Claims { get; private set; }

        public long FirstClaim => first.Id;

        public void Add(DateOnly day, TimelineRow row)
        {
            Claims++;
            _points.Add(day, row.Id, row.Scope, row.Low, row.High);
        }

        public TimelineSeries Answer(TimelineLinks links) => new(
            originator, originator is null ? first.DocumentId : null, first.Party, first.Category, first.Scope, Claims,
            _points.Answer(links.Of(originator, first.Party.Id, first.Category, first.Scope)));
    }
}
