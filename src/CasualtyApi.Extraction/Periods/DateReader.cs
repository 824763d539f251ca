using System.Globalization;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>Calendar words and the days they mean: null days where neither words nor document say which.</summary>
internal readonly record struct DateWords(int End, DateOnly? From, DateOnly? To);

/// <summary>Reads a date: "yesterday", "Tuesday", "3 January 1990", "January 3", "March 2023", "in 2023", "the 1980s".</summary>
internal static class DateReader
{
    public static DateWords? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (index >= tokens.Length)
        {
            return null;
        }

        ref readonly var token = ref tokens[index];
        if (token.Word.Text is "yesterday" or "today" or "tonight")
        {
            var day = token.Word.Text == "yesterday" ? published?.AddDays(-1) : published;
            return new DateWords(index + 1, day, day);
        }

        if (token.Is(WordClass.Weekday) && token.Capitalized)
        {
            var day = published is { } date ? Latest(date, (DayOfWeek)(token.Word.Value % 7)) : (DateOnly?)null;
            return new DateWords(index + 1, day, day);
        }

        if (Decade(article, index) is { } first)
        {
            return new DateWords(index + 1, new DateOnly(first, 1, 1), new DateOnly(first + 9, 12, 31));
        }

        if (Numeric(article, index) is { } numeric)
        {
            return new DateWords(index + 1, numeric, numeric);
        }

        if (token.Kind == TokenKind.Number && DayNumber(article, index) is { } number && index + 1 < tokens.Length && IsMonth(article, index + 1))
        {
            return Of(article, index + 2, (int)tokens[index + 1].Word.Value, number, published);
        }

        if (IsMonth(article, index))
        {
            return index + 1 < tokens.Length && DayNumber(article, index + 1) is { } day
                ? Of(article, index + 2, (int)token.Word.Value, day, published)
                : OfMonth(article, index + 1, (int)token.Word.Value, published);
        }

        return Year(article, index) is { } year
            ? new DateWords(index + 1, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
            : null;
    }

    /// <summary>"the 1980s": the first year of ten; null for the thirties of somebody's age, and where only early or late ones are meant.</summary>
    private static int? Decade(Article article, int index) =>
        ReferenceEquals(article.Tokens[index].Word, Word.Decade) && index > 0 && article.Tokens[index - 1].Word.Text == "the"
        && int.TryParse(article.TextOf(article.Tokens[index])[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsRead(year) && year % 100 != 0 ? year : null;

    /// <summary>"24.02.22", "24.02.2022": a day as communiqués write it.</summary>
    public static DateOnly? Numeric(Article article, int index) =>
        article.Tokens[index].Kind == TokenKind.Number && article.Tokens[index].End - article.Tokens[index].Start is 8 or 10
        && DateOnly.TryParseExact(article.TextOf(article.Tokens[index]), ["dd.MM.yy", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && IsRead(day.Year)
            ? day
            : null;

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
        return index > 0 && (DayNumber(article, index - 1) is not null
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

        return new DateWords(year is null ? end : at + 1, date, date);
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
            ? DateIn(year < 50 ? 2000 + year : 1900 + year, (int)month.Word.Value, day)
            : null;
    }

    private static DateOnly? DateIn(int? year, int month, int day) =>
        year is { } known && day >= 1 && day <= DateTime.DaysInMonth(known, month) ? new DateOnly(known, month, day) : null;

    public static int? DayNumber(Article article, int index) =>
        Digits(article, index, 1, 2) is { } day and >= 1 and <= 31 ? day : null;

    public static int? Year(Article article, int index) => Digits(article, index, 4, 4) is { } year && IsRead(year) ? year : null;

    /// <summary>Other numbers of four digits are counts.</summary>
    private static bool IsRead(int year) => year is >= 1900 and <= 2099;

    private static int? Digits(Article article, int index, int least, int most)
    {
        if (index >= article.Tokens.Length || article.Tokens[index].Kind != TokenKind.Number)
        {
            return null;
        }

        var digits = article.TextOf(article.Tokens[index]);
        return digits.Length >= least && digits.Length <= most && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
