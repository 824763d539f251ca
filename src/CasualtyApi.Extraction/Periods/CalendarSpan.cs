namespace CasualtyApi.Extraction.Periods;

/// <summary>"last year" and "this month" by the calendar: "last year" in March is the twelve months from January before.</summary>
internal static class CalendarSpan
{
    /// <param name="days">The length of the unit, as the vocabulary gives it.</param>
    /// <param name="isLast">The unit before the one that today lies in.</param>
    /// <param name="today">The document's day.</param>
    public static (DateOnly From, DateOnly To) Of(long days, bool isLast, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = new DateOnly(today.Year, today.Month, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return days switch
        {
            7 => isLast ? (monday.AddDays(-7), monday.AddDays(-1)) : (monday, today),
            30 => isLast ? (month.AddMonths(-1), month.AddDays(-1)) : (month, today),
            365 => isLast ? (year.AddYears(-1), year.AddDays(-1)) : (year, today),
            _ => (today.AddDays(isLast ? -(int)Math.Max(days, 1) : 0), today),
        };
    }
}
