using CasualtyApi.Queries;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims;

/// <summary>Puts claims, one after the other, into the points of their series. It holds points, never the claims.</summary>
internal sealed class Timeline(string? dateField, string? interval, SourceDirectory sources)
{
    public const int MostSeries = 50;

    private readonly Dictionary<(long?, long, CasualtyCategory, ClaimScope), Series> _series = [];
    private int _unquantified, _denied, _otherSeries;

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
            SeriesOf(row).Add(StartOf(day), day, row);
        }
    }

    /// <summary>What was counted elsewhere and is in no series here.</summary>
    public void LeftOut(int series, int undated, int unquantified, int denied)
    {
        (_otherSeries, Undated) = (series, Undated + undated);
        (_unquantified, _denied) = (_unquantified + unquantified, _denied + denied);
    }

    public TimelineResponse Answer(long position, int undated, TimelineLinks links)
    {
        var ordered = _series.Values.OrderByDescending(series => series.Claims).ThenBy(series => series.FirstClaim).ToList();
        return new(
            position, undated, _unquantified, _denied, _otherSeries + Math.Max(0, ordered.Count - MostSeries),
            [.. ordered.Take(MostSeries).Select(series => series.Answer(EndOf, links))]);
    }

    private Series SeriesOf(TimelineRow row)
    {
        var originator = row.OriginatorIn(sources);
        var key = (originator?.Id, row.Party.Id, row.Category, row.Scope);
        return _series.TryGetValue(key, out var known) ? known : _series[key] = new Series(originator, row);
    }

    private DateOnly StartOf(DateOnly day) => interval switch
    {
        "day" => day,
        "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => new(day.Year, day.Month, 1),
    };

    private DateOnly EndOf(DateOnly start) => interval switch
    {
        "day" => start,
        "week" => start.AddDays(6),
        _ => start.AddMonths(1).AddDays(-1),
    };

    private sealed class Series(SourceName? originator, TimelineRow first)
    {
        private readonly SortedDictionary<DateOnly, Point> _points = [];

        public int Claims { get; private set; }

        public long FirstClaim => first.Id;

        public void Add(DateOnly start, DateOnly day, TimelineRow row)
        {
            Claims++;
            (_points.TryGetValue(start, out var point) ? point : _points[start] = new()).Add(day, row);
        }

        public TimelineSeries Answer(Func<DateOnly, DateOnly> end, TimelineLinks links) => new(
            originator, first.Party, first.Category, first.Scope, Claims,
            [.. _points.Select(pair => pair.Value.Answer(pair.Key, end(pair.Key), links.Of(originator, first, pair.Key, end(pair.Key))))]);
    }

    private sealed class Point
    {
        private const int MostIds = 20;

        private readonly List<long> _ids = [];
        private (DateOnly Day, long Id)? _last;
        private long _low = long.MaxValue;
        private long? _high = 0;
        private bool _isOpen;
        private int _claims;

        public void Add(DateOnly day, TimelineRow row)
        {
            _claims++;
            if (_ids.Count <= MostIds)
            {
                _ids.Add(row.Id);
            }

            if (row.Scope != ClaimScope.Total)
            {
                _low = Math.Min(_low, row.Low ?? 0);
                _high = _high is null || row.High is null ? null : Math.Max(_high.Value, row.High.Value);
                _isOpen |= row.Low is null || row.High is null;
            }
            else if (_last is null || day >= _last.Value.Day)
            {
                (_last, _low, _high, _isOpen) = ((day, row.Id), row.Low ?? 0, row.High, row.Low is null || row.High is null);
            }
        }

        public TimelinePoint Answer(DateOnly start, DateOnly end, string? link) =>
            new(start, end, _low, _high, _isOpen, _claims, _ids.Count <= MostIds ? _ids : null, _last?.Id, link);
    }
}
