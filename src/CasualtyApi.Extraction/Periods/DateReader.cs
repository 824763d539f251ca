using System.Globalization;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>Calendar words and the days they mean: null days where neither words nor document say which.</summary>
internal readonly record struct DateWords(int End, DateOnly? From, DateOnly? To, bool IsDay = false);

/// <summary>Reads a date: "yesterday", "Tuesday", "Sunday, 7 June 2020", "3 January 1990", "January 3rd", "2022-03-03", "March 2023", "in 2023", "the 1980s".</summary>
internal static class DateReader
{
    /// <summary>A year in which every month has all the days it can have.</summary>
    private const int LeapYear = 2000;

    public static DateWords? TryRead(Article article, int index, DateOnly? published)
    {
        if (index >= article.Tokens.Length)
        {
            return null;
        }

        ref readonly var token = ref article.Tokens[index];
        if (token.Word.Text is "yesterday" or "today" or "tonight")
        {
            return Day(index + 1, token.Word.Text == "yesterday" ? published?.AddDays(-1) : published);
        }

        if (token.Is(WordClass.Weekday) && token.Capitalized)
        {
            return Dated(article, index + 1, published) ?? Day(index + 1, published is { } date ? Latest(date, (DayOfWeek)(token.Word.Value % 7)) : null);
        }

        if (Decade(article, index) is { } first)
        {
            return new DateWords(index + 1, new DateOnly(first, 1, 1), new DateOnly(first + 9, 12, 31));
        }

        return DayOfMonth(article, index, published) ?? Long(article, index, published);
    }

    private static DateWords Day(int end, DateOnly? day) => new(end, day, day, IsDay: true);

    /// <summary>"2022-03-03", "3 January 1990", "the 3rd of January", "January 3", "January 3rd, 1990".</summary>
    private static DateWords? DayOfMonth(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (index >= tokens.Length) return null;
        if (NumericDate.TryRead(article, index) is { } numeric) return Day(numeric.End, numeric.Day);

        if (DayAt(article, index) is { } first)
        {
            var month = first.IsOrdinal && first.End < tokens.Length && tokens[first.End].Word.Text == "of" ? first.End + 1 : first.End;
            return month < tokens.Length && IsMonth(article, month) ? Of(article, month + 1, (int)tokens[month].Word.Value, first.Number, published) : null;
        }

        return IsMonth(article, index) && DayAt(article, index + 1) is { } day && !IsCountOfMonth(article, index, day.Number)
            ? Of(article, day.End, (int)tokens[index].Word.Value, day.Number, published)
            : null;
    }

    /// <summary>"March 2023", "2023".</summary>
    private static DateWords? Long(Article article, int index, DateOnly? published) =>
        IsMonth(article, index) ? OfMonth(article, index + 1, (int)article.Tokens[index].Word.Value, published)
        : Year(article, index) is { } year ? new DateWords(index + 1, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
        : null;

    /// <summary>"Sunday, 7 June 2020", "Sunday 7 June", "Sunday (June 7)", "Sunday the 7th of June": the date that stands with its weekday.</summary>
    private static DateWords? Dated(Article article, int end, DateOnly? published)
    {
        var tokens = article.Tokens;
        var isBracketed = end < tokens.Length && article.IsMark(end, '(');
        var at = isBracketed || (end < tokens.Length && article.IsMark(end, ',')) ? end + 1 : end;
        at = at < tokens.Length && tokens[at].Word.Text == "the" ? at + 1 : at;
        if (DayOfMonth(article, at, published) is not { } date) return null;
        if (!isBracketed) return date;
        return date.End < tokens.Length && article.IsMark(date.End, ')') ? date with { End = date.End + 1 } : null;
    }

    /// <summary>"In June 28 civilians were killed": behind "in" a number before people counts them, and so does one that the month has no day for.</summary>
    public static bool IsCountOfMonth(Article article, int month, int number)
    {
        var tokens = article.Tokens;
        return number > DateTime.DaysInMonth(LeapYear, (int)tokens[month].Word.Value)
            || (month > 0 && tokens[month - 1].Word.Text == "in" && month + 2 < tokens.Length && tokens[month + 2].Is(WordClass.PersonNoun) && tokens[month + 2].Word.IsPlural);
    }

    /// <summary>"the 1980s": the first year of ten; null for the thirties of somebody's age, and where only early or late ones are meant.</summary>
    private static int? Decade(Article article, int index) =>
        ReferenceEquals(article.Tokens[index].Word, Word.Decade) && index > 0 && article.Tokens[index - 1].Word.Text == "the"
        && int.TryParse(article.TextOf(article.Tokens[index])[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsRead(year) && year % 100 != 0 ? year : null;

    /// <summary>The last such weekday on the day of publication or before.</summary>
    private static DateOnly Latest(DateOnly published, DayOfWeek weekday) =>
        published.AddDays(-(((int)published.DayOfWeek - (int)weekday + 7) % 7));

    /// <summary>"since May", "9 May", "January and May": behind such words or beside a number the month, elsewhere "may".</summary>
    private static bool IsMonth(Article article, int index)
    {
        ref readonly var token = ref article.Tokens[index];
        return token.Is(WordClass.Month) && token.Capitalized && (!token.Is(WordClass.Modal) || IsDated(article, index));
    }

    private static bool IsDated(Article article, int index)
    {
        if (DayNumber(article, index + 1) is not null || Year(article, index + 1) is not null) return true;
        return index > 0 && (DayNumber(article, index - 1) is not null || (index > 1 && DayAt(article, index - 2) is { IsOrdinal: true })
            || article.Tokens[index - 1].Word.Text is "since" or "in" or "of" or "until" or "till" or "by" or "during" or "late" or "mid" or "early" or "last" or "from" or "to" or "through" or "between" or "ending" or "ended"
            || (article.Tokens[index - 1].Word.Text is "and" or "or" && index > 1 && article.Tokens[index - 2].Is(WordClass.Month)));
    }

    private static DateWords Of(Article article, int end, int month, int day, DateOnly? published)
    {
        var at = end < article.Tokens.Length && article.IsMark(end, ',') ? end + 1 : end;
        var year = Year(article, at);
        var date = DateIn(year ?? published?.Year, month, day);
        if (year is null && date > published)
        {
            date = DateIn(published!.Value.Year - 1, month, day);
        }

        return Day(year is null ? end : at + 1, date);
    }

    private static DateWords OfMonth(Article article, int end, int month, DateOnly? published)
    {
        var worded = Year(article, end);
        var year = worded ?? (published is { } day ? (month > day.Month ? day.Year - 1 : day.Year) : null);
        var first = DateIn(year, month, 1);
        return new DateWords(worded is null ? end : end + 1, first, first?.AddMonths(1).AddDays(-1));
    }

    /// <summary>"12 MAY 90": a day whose year has two digits, as wires write it; null where no such number stands behind it.</summary>
    public static DateOnly? InShortYear(Article article, DateWords date)
    {
        var tokens = article.Tokens;
        return date.End < tokens.Length && Digits(article, date.End, 2, 2) is { } year && tokens[date.End - 1] is { Kind: TokenKind.Word } month && DayNumber(article, date.End - 2) is { } day
            ? DateIn(OfTwoDigits(year), (int)month.Word.Value, day)
            : null;
    }

    /// <summary>"90" is 1990, "22" is 2022.</summary>
    public static int OfTwoDigits(int year) => year < 50 ? 2000 + year : 1900 + year;

    public static DateOnly? DateIn(int? year, int month, int day) =>
        year is { } known && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(known, month) ? new DateOnly(known, month, day) : null;

    public static int? DayNumber(Article article, int index) =>
        Digits(article, index, 1, 2) is { } day and >= 1 and <= 31 ? day : null;

    /// <summary>"3", "3rd": the number of a day, and where its words end.</summary>
    public static (int Number, int End, bool IsOrdinal)? DayAt(Article article, int index)
    {
        if (DayNumber(article, index) is not { } number) return null;
        var isOrdinal = index + 1 < article.Tokens.Length && !article.Tokens[index + 1].SpaceBefore && article.TextOf(article.Tokens[index + 1]) is "st" or "nd" or "rd" or "th";
        return (number, isOrdinal ? index + 2 : index + 1, isOrdinal);
    }

    public static int? Year(Article article, int index) => Digits(article, index, 4, 4) is { } year && IsRead(year) ? year : null;

    /// <summary>Other numbers of four digits are counts.</summary>
    public static bool IsRead(int year) => year is >= 1900 and <= 2099;

    public static int? Digits(Article article, int index, int least, int most)
    {
        if (index >= article.Tokens.Length || article.Tokens[index].Kind != TokenKind.Number)
        {
            return null;
        }

        var digits = article.TextOf(article.Tokens[index]);
        return digits.Length >= least && digits.Length <= most && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
