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
        var first = tokens[index].Word.Text is "from" or "between" ? OverArticle(article, index + 1) : index;
        if (Start(article, first, published) is not { } start || start.End + 1 >= tokens.Length || !Joins(article, start.End))
        {
            return null;
        }

        var behind = OverArticle(article, start.End + 1);
        if (OfOneMonth(article, index, first, behind, start.From) is { } days)
        {
            return days;
        }

        if (DateReader.TryRead(article, behind, published) is not { } end || !(end.IsDay || end.End > behind + 1) || (end.End < tokens.Length && tokens[end.End].Kind == TokenKind.PossessiveMark))
        {
            // "on Monday, and Tuesday's strike": no window.
            return null;
        }

        if (end.To is not { } last)
        {
            return new PeriodPhrase(index, end.End, ClaimScope.Period, Id);
        }

        // "from 28 December to 3 January", "from Friday to Monday": the first is the latest such day before the last.
        if ((start.Day is null ? DateReader.TryRead(article, first, last)?.From : InMonthOf(last, start.Day)) is not { } from || from > last)
        {
            return null;
        }

        var isRunning = last.DayNumber - from.DayNumber > LongRun && (published is { } today ? last >= today.AddDays(-3) : last.Year != from.Year);
        return new PeriodPhrase(index, end.End, isRunning ? ClaimScope.Total : ClaimScope.Period, Id, from, last);
    }

    /// <summary>"the 4th".</summary>
    private static int OverArticle(Article article, int index) =>
        index < article.Tokens.Length && article.Tokens[index].Word.Text == "the" ? index + 1 : index;

    /// <summary>"October 27-28", "between October 27th and 28th, 2023": the last day is a number only.</summary>
    private PeriodPhrase? OfOneMonth(Article article, int index, int first, int behind, DateOnly? start)
    {
        var tokens = article.Tokens;
        if (!tokens[first].Is(WordClass.Month) || DateReader.DayAt(article, first + 1) is not { } from || DateReader.DayAt(article, behind) is not { } to || to.Number <= from.Number)
        {
            return null;
        }

        var at = to.End < tokens.Length && article.IsMark(to.End, ',') ? to.End + 1 : to.End;
        var named = DateReader.Year(article, at);
        var end = named is null ? to.End : at + 1;
        if (end < tokens.Length && (tokens[end].Is(WordClass.Month | WordClass.Noun | WordClass.PersonNoun | WordClass.Adjective | WordClass.Demonym) || tokens[end].Kind == TokenKind.Number))
        {
            // "on February 3 and 5 people": the second counts them.
            return null;
        }

        var month = (int)tokens[first].Word.Value;
        var last = DateReader.DateIn(named ?? start?.Year, month, to.Number);
        return last is null && (named ?? start?.Year) is not null ? null
            : new PeriodPhrase(index, end, ClaimScope.Period, Id, DateReader.DateIn(last?.Year, month, from.Number), last);
    }

    /// <summary>"10 to 13 February": the first day lies in the month of the last.</summary>
    private static DateOnly? InMonthOf(DateOnly last, int? day) => day < last.Day ? new DateOnly(last.Year, last.Month, day.Value) : null;

    /// <summary>A day with its month, or only its number.</summary>
    private static (int End, DateOnly? From, int? Day)? Start(Article article, int index, DateOnly? published)
    {
        if (index >= article.Tokens.Length || !(article.Tokens[index].Kind == TokenKind.Number || article.Tokens[index].Is(WordClass.Month | WordClass.Weekday)))
        {
            return null;
        }

        if (DateReader.TryRead(article, index, published) is { } date && (date.IsDay || date.End > index + 1))
        {
            return (date.End, date.From, null);
        }

        return DateReader.DayAt(article, index) is { } day ? (day.End, null, day.Number) : null;
    }

    private static bool Joins(Article article, int index) =>
        article.Tokens[index].Word.Text is "to" or "and" or "until" or "till" or "through" || article.IsMark(index, '-') || article.IsMark(index, '–');
}
