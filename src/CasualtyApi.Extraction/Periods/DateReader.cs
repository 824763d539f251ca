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
            if (BehindWeekday(article, index + 1, published) is { } dated)
            {
                return dated;
            }

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

        if (InParts(article, index) is { } parted)
        {
            return new DateWords(index + 5, parted, parted);
        }

        if (token.Kind == TokenKind.Number && Day(article, index) is var (number, behind))
        {
            // "3 March", "3rd March", "the 3rd of March"
            var month = behind < tokens.Length && behind > index + 1 && tokens[behind].Word.Text == "of" ? behind + 1 : behind;
            if (month < tokens.Length && IsMonth(article, month))
            {
                return Of(article, month + 1, (int)tokens[month].Word.Value, number, published);
            }
        }

        if (IsMonth(article, index))
        {
            return Day(article, index + 1) is var (day, end)
                ? Of(article, end, (int)token.Word.Value, day, published)
                : Months(article, index) ?? OfMonth(article, index + 1, (int)token.Word.Value, published);
        }

        return Year(article, index) is { } year ? Years(article, index, year) : PartOfYear(article, index);
    }

    /// <summary>"spring 2019", "winter of 2014", "Q2 2023". A season lies somewhere in its year: south of the equator in the other half.</summary>
    private static DateWords? PartOfYear(Article article, int index)
    {
        var tokens = article.Tokens;
        var at = index + 1 < tokens.Length && tokens[index + 1].Word.Text == "of" ? index + 2 : index + 1;
        if (Year(article, at) is not { } year)
        {
            return null;
        }

        var quarter = article.TextOf(tokens[index]) switch { "Q1" => 1, "Q2" => 4, "Q3" => 7, "Q4" => 10, _ => 0 };
        return quarter > 0 ? new DateWords(at + 1, new DateOnly(year, quarter, 1), new DateOnly(year, quarter, 1).AddMonths(3).AddDays(-1))
            : tokens[index].Word.Text is "spring" or "summer" or "autumn" or "winter" ? new DateWords(at + 1, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
            : null;
    }

    /// <summary>"Sunday, March 3, 2024", "Sunday 5 May", "Sunday (3 March 2024)": the date that says which Sunday; null where none follows.</summary>
    private static DateWords? BehindWeekday(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        var isOpen = article.IsMark(index, '(');
        var at = isOpen || article.IsMark(index, ',') ? index + 1 : index;
        if (at + 1 >= tokens.Length || !(tokens[at].Is(WordClass.Month) ? Day(article, at + 1) is not null : tokens[at].Kind == TokenKind.Number && Year(article, at) is null) || TryRead(article, at, published) is not { } date)
        {
            return null;
        }

        return isOpen && article.IsMark(date.End, ')') ? date with { End = date.End + 1 } : isOpen ? null : date;
    }

    /// <summary>"March and April 2019", "March, April and May 2019": months of one year that stands behind the last; null where no other month follows.</summary>
    private static DateWords? Months(Article article, int index)
    {
        var tokens = article.Tokens;
        var at = index;
        while (at + 2 < tokens.Length && (article.IsMark(at + 1, ',') || tokens[at + 1].Word.Text == "and") && tokens[at + 2].Is(WordClass.Month) && tokens[at + 2].Capitalized) at += 2;
        var (first, last) = ((int)tokens[index].Word.Value, (int)tokens[at].Word.Value);
        // "between March and May" is a window.
        return at > index && last > first && !(index > 0 && tokens[index - 1].Word.Text == "between") && Year(article, at + 1) is { } year ? new DateWords(at + 2, new DateOnly(year, first, 1), new DateOnly(year, last, 1).AddMonths(1).AddDays(-1)) : null;
    }

    /// <summary>"2019", "2019-20", "2019/2020", "2019 and 2020".</summary>
    private static DateWords Years(Article article, int index, int year)
    {
        var tokens = article.Tokens;
        var isJoined = index + 2 < tokens.Length && !tokens[index + 1].SpaceBefore && !tokens[index + 2].SpaceBefore && (CharacterClass.IsDash(article.Text[tokens[index + 1].Start]) || article.IsMark(index + 1, '/'));
        var next = isJoined && Digits(article, index + 2, 2, 2) == (year + 1) % 100 ? year + 1
            : isJoined && Year(article, index + 2) is { } last && last > year ? last
            : index + 2 < tokens.Length && tokens[index + 1].Word.Text == "and" && !(index > 0 && tokens[index - 1].Word.Text == "between") && Year(article, index + 2) == year + 1 ? year + 1
            : year;
        return new DateWords(next > year ? index + 3 : index + 1, new DateOnly(year, 1, 1), new DateOnly(next, 12, 31));
    }

    /// <summary>"2022-03-03"; "24/12/2019", "12/24/2019" where the day cannot be the month: a day in three numbers.</summary>
    private static DateOnly? InParts(Article article, int index)
    {
        var tokens = article.Tokens;
        if (index + 4 >= tokens.Length || tokens[index].Kind != TokenKind.Number || tokens[index + 1].SpaceBefore || tokens[index + 2].SpaceBefore || tokens[index + 3].SpaceBefore || tokens[index + 4].SpaceBefore)
        {
            return null;
        }

        if (article.IsMark(index + 1, '-') && article.IsMark(index + 3, '-'))
        {
            return Year(article, index) is { } year && Digits(article, index + 2, 2, 2) is >= 1 and <= 12 and var month && Digits(article, index + 4, 2, 2) is { } day ? DateIn(year, month, day) : null;
        }

        return article.IsMark(index + 1, '/') && article.IsMark(index + 3, '/') && DayNumber(article, index) is { } one && DayNumber(article, index + 2) is { } other && Year(article, index + 4) is { } last && (one > 12 || other > 12 || one == other) && Math.Min(one, other) <= 12
            ? DateIn(last, Math.Min(one, other), Math.Max(one, other))
            : null;
    }

    /// <summary>"3", "3rd": the day of a month, and the token behind it.</summary>
    private static (int Number, int End)? Day(Article article, int index) =>
        DayNumber(article, index) is not { } day ? null
        : index + 1 < article.Tokens.Length && !article.Tokens[index + 1].SpaceBefore && article.Tokens[index + 1].Kind == TokenKind.Word && article.TextOf(article.Tokens[index + 1]) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" ? (day, index + 2)
        : (day, index + 1);

    /// <summary>"the 1980s": the first year of ten; null for the thirties of somebody's age, and where only early or late ones are meant.</summary>
    private static int? Decade(Article article, int index) =>
        ReferenceEquals(article.Tokens[index].Word, Word.Decade) && index > 0 && article.Tokens[index - 1].Word.Text == "the"
        && int.TryParse(article.TextOf(article.Tokens[index])[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsRead(year) && year % 100 != 0 ? year : null;

    /// <summary>"24.02.22", "24.02.2022", "4.2.2022": a day as communiqués write it.</summary>
    public static DateOnly? Numeric(Article article, int index) =>
        article.Tokens[index].Kind == TokenKind.Number && article.Tokens[index].End - article.Tokens[index].Start is >= 8 and <= 10
        && DateOnly.TryParseExact(article.TextOf(article.Tokens[index]), ["dd.MM.yy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
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
        return index > 0 && (DayNumber(article, index - 1) is not null || (index > 1 && Day(article, index - 2) is var (_, behind) && behind == index)
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
