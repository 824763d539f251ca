using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"from 10 to 13 February", "between January 3 and January 9", "24.02.22 to 11.02.25": a window with both its days.</summary>
internal sealed class DaysRule : PeriodRule
{
    /// <summary>A window as long as this that ends on the document's day is a running count, not a week's.</summary>
    private const int LongRun = 60;

    public override string Id => "periods.days";

    public override string Summary => "A window between two days, both named; a long one that reaches the document's day is a running count.";

    public override string Example => "From 10 to 13 February 2024, twelve people were killed.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        var first = tokens[index].Word.Text is "from" or "between" ? index + 1 : index;
        if (Start(article, first, published) is not { } start || start.End + 1 >= tokens.Length || !Joins(article, start.End))
        {
            return null;
        }

        if (OfOneMonth(article, index, first, start.End + 1, start.From) is { } days)
        {
            return days;
        }

        if (DateReader.TryRead(article, start.End + 1, published) is not { } end || !IsDay(article, start.End + 1, end) || (end.End < tokens.Length && tokens[end.End].Kind == TokenKind.PossessiveMark))
        {
            // "on Monday, and Tuesday's strike": no window.
            return null;
        }

        if (end.To is not { } last)
        {
            return new PeriodPhrase(index, end.End, ClaimScope.Period, Id);
        }

        // "between 7 October and 31 December 2023": the first lies in the year of the last, or in the one before it.
        var begin = start.From ?? InMonthOf(last, start.Day) ?? DateReader.TryRead(article, first, last)?.From;
        if (begin is null)
        {
            return null;
        }

        // "from 28 December to 3 January", "from Friday to Monday": each is put into the document's year or week by itself.
        var from = begin <= last ? begin.Value : tokens[first].Is(WordClass.Weekday) ? begin.Value.AddDays(-7) : begin.Value.AddYears(-1);
        var isRunning = last.DayNumber - from.DayNumber > LongRun && (published is { } today ? last >= today.AddDays(-3) : last.Year != from.Year);
        return new PeriodPhrase(index, end.End, isRunning ? ClaimScope.Total : ClaimScope.Period, Id, from, last);
    }

    /// <summary>"October 27-28", "between October 27 and 28, 2023": the last day is a number only.</summary>
    private PeriodPhrase? OfOneMonth(Article article, int index, int month, int last, DateOnly? start)
    {
        var tokens = article.Tokens;
        if (!tokens[month].Is(WordClass.Month) || DateReader.DayNumber(article, month + 1) is not { } first || DateReader.DayNumber(article, last) is not { } day || day <= first
            || (last + 1 < tokens.Length && (tokens[last + 1].Is(WordClass.Month | WordClass.Noun | WordClass.PersonNoun | WordClass.Adjective | WordClass.Demonym) || tokens[last + 1].Kind == TokenKind.Number)))
        {
            return null;
        }

        var named = last + 2 < tokens.Length && article.IsMark(last + 1, ',') ? DateReader.Year(article, last + 2) : null;
        var end = named is null ? last + 1 : last + 3;
        if ((named ?? start?.Year) is not { } year)
        {
            // "on March 3 and 4", of no year that is known
            return new PeriodPhrase(index, end, ClaimScope.Period, Id);
        }

        var number = (int)tokens[month].Word.Value;
        return day > DateTime.DaysInMonth(year, number) ? null : new PeriodPhrase(index, end, ClaimScope.Period, Id, new DateOnly(year, number, first), new DateOnly(year, number, day));
    }

    /// <summary>"10 to 13 February": the first day lies in the month of the last.</summary>
    private static DateOnly? InMonthOf(DateOnly last, int? day) => day < last.Day ? new DateOnly(last.Year, last.Month, day.Value) : null;

    private static bool IsDay(Article article, int index, DateWords words) =>
        words.End > index + 1 || article.Tokens[index].Is(WordClass.Weekday) || DateReader.Numeric(article, index) is not null;

    /// <summary>A day with its month, or only its number.</summary>
    private static (int End, DateOnly? From, int? Day)? Start(Article article, int index, DateOnly? published)
    {
        if (index >= article.Tokens.Length || !(article.Tokens[index].Kind == TokenKind.Number || article.Tokens[index].Is(WordClass.Month | WordClass.Weekday)))
        {
            return null;
        }

        if (article.Tokens[index].Is(WordClass.Weekday))
        {
            return DateReader.TryRead(article, index, published) is { } weekday ? (weekday.End, weekday.From, null) : null;
        }

        if (DateReader.TryRead(article, index, published) is { } date && (date.End > index + 1 || DateReader.Numeric(article, index) is not null))
        {
            return (date.End, date.From, null);
        }

        return DateReader.DayNumber(article, index) is { } day ? (index + 1, null, day) : null;
    }

    private static bool Joins(Article article, int index) =>
        article.Tokens[index].Word.Text is "to" or "and" or "until" or "till" or "through" || article.IsMark(index, '-') || article.IsMark(index, '–');
}
