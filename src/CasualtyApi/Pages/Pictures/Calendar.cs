using System.Globalization;

namespace CasualtyApi.Pages.Pictures;

/// <summary>Days along a width, from the first to the last, with ticks at days, months or years that people count by.</summary>
internal sealed class Calendar
{
    /// <summary>So many have room for their words in the largest letters.</summary>
    private const int MostTicks = 4;

    private static readonly int[] DaySteps = [1, 2, 7, 14];

    /// <summary>In months, up to the whole calendar.</summary>
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 24_000];

    private readonly int _first;
    private readonly int _end;
    private readonly double _left;
    private readonly double _width;

    public Calendar(DateOnly first, DateOnly last, double left, double width)
    {
        (_first, _end, _left, _width) = (first.DayNumber, last.DayNumber + 1, left, width);
        var days = DaySteps.Select(step => Days(step).Select(day => (Day: day, Form: "d MMM", Big: "d MMM yyyy")));
        var months = MonthSteps.Select(step => Months(step).Select(day => (Day: day, Form: step < 12 ? "MMM" : "yyyy", Big: step < 12 ? "MMM yyyy" : "yyyy")));
        var ticks = days.Concat(months).Select(ticks => ticks.Take(MostTicks + 1).ToList()).First(ticks => ticks.Count <= MostTicks);
        Ticks = [.. ticks.Select((tick, index) => (
            At(tick.Day), Written(tick.Day, index == 0 || DateOnly.FromDayNumber(ticks[index - 1].Day).Year != DateOnly.FromDayNumber(tick.Day).Year ? tick.Big : tick.Form)))];
    }

    /// <summary>Where they stand and what they say; the year is said once.</summary>
    public IReadOnlyList<(double At, string Said)> Ticks { get; }

    /// <summary>Where a stretch of days, both included, begins and ends.</summary>
    public (double From, double To) Stretch(DateOnly start, DateOnly end) => (At(start.DayNumber), At(end.DayNumber + 1));

    private double At(int day) => _left + (_width * (day - _first) / (_end - _first));

    private IEnumerable<int> Days(int step)
    {
        for (var day = _first; day < _end; day += step) yield return day;
    }

    private IEnumerable<int> Months(int step)
    {
        var (first, last) = (DateOnly.FromDayNumber(_first), DateOnly.FromDayNumber(_end - 1));
        for (var month = Of(first) + (first.Day > 1 ? 1 : 0); month <= Of(last); month++)
        {
            if (month % step == 0) yield return new DateOnly(month / 12, (month % 12) + 1, 1).DayNumber;
        }

        static int Of(DateOnly day) => (day.Year * 12) + day.Month - 1;
    }

    private static string Written(int day, string form) => DateOnly.FromDayNumber(day).ToString(form, CultureInfo.InvariantCulture);
}
