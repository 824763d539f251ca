using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Timelines;

/// <summary>The claims of one series, put into intervals one after the other in the order of their ids. It holds points, never the claims.</summary>
/// <param name="interval">How long each point is.</param>
/// <param name="keepsAll">Whether points name all their claims, however many.</param>
internal sealed class TimelinePoints(string? interval, bool keepsAll)
{
    private const int MostIds = 20;

    private readonly SortedDictionary<DateOnly, Point> _points = [];

    public long LastId { get; private set; }

    public int Count => _points.Count;

    public void Add(DateOnly day, long id, ClaimScope scope, long? low, long? high)
    {
        var start = StartOf(day);
        if (!_points.TryGetValue(start, out var point)) _points[start] = point = new(keepsAll ? int.MaxValue : MostIds);
        point.Add(day, id, scope, low, high);
        LastId = id;
    }

    /// <param name="link">Leads to the claims between two days.</param>
    public IReadOnlyList<TimelinePoint> Answer(Func<DateOnly, DateOnly, string?> link) =>
        [.. _points.Select(pair => pair.Value.Answer(pair.Key, EndOf(pair.Key), link(pair.Key, EndOf(pair.Key))))];

    private DateOnly StartOf(DateOnly day) => interval switch
    {
        "day" => day,
        "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => new(day.Year, day.Month, 1),
    };

    private DateOnly EndOf(DateOnly start) => interval switch
    {
        "day" => start,
        "week" => DateOnly.FromDayNumber(Math.Min(start.DayNumber + 6, DateOnly.MaxValue.DayNumber)),
        _ => new(start.Year, start.Month, DateTime.DaysInMonth(start.Year, start.Month)),
    };

    private sealed class Point(int mostIds)
    {
        private readonly List<long> _ids = [];
        private (DateOnly Day, long Id)? _last;
        private long _low = long.MaxValue;
        private long? _high = 0;
        private bool _isOpen;
        private int _claims;

        public void Add(DateOnly day, long id, ClaimScope scope, long? low, long? high)
        {
            _claims++;
            if (_claims <= mostIds)
            {
                _ids.Add(id);
            }

            if (scope != ClaimScope.Total)
            {
                _low = Math.Min(_low, low ?? 0);
                _high = _high is null || high is null ? null : Math.Max(_high.Value, high.Value);
                _isOpen |= low is null || high is null;
            }
            else if (_last is null || day >= _last.Value.Day)
            {
                (_last, _low, _high, _isOpen) = ((day, id), low ?? 0, high, low is null || high is null);
            }
        }

        public TimelinePoint Answer(DateOnly start, DateOnly end, string? link) =>
            new(start, end, _low, _high, _isOpen, _claims, _claims <= mostIds ? [.. _ids] : null, _last?.Id, link);
    }
}
