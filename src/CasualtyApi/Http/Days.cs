namespace CasualtyApi.Http;

/// <summary>Days of the calendar.</summary>
internal static class Days
{
    public const string Form = "yyyy-MM-dd";

    /// <summary>How long a day is.</summary>
    public const long Milliseconds = 86_400_000;

    /// <summary>The day that instants are counted from.</summary>
    public static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>The day a cursor names by its number.</summary>
    public static DateOnly Of(long number) => DateOnly.FromDayNumber((int)Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>Its first moment, in UTC milliseconds since 1970.</summary>
    public static long Start(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
