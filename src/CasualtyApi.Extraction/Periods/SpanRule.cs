using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"in two decades", "over 100 days", "in the first half of 2023", "over the weekend": a stretch of time by its length or its name.</summary>
internal sealed class SpanRule : PeriodRule
{
    private const int HoursOfDay = 24;

    public override string Id => "periods.span";

    public override string Summary => "A stretch of time told by its length or as a part of a year: \"in two decades\", \"in the first half of 2023\", \"over the weekend\".";

    public override string Example => "The group has killed 70,000 people in two decades.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (tokens[index].Word.Text is not ("in" or "over" or "during" or "within" or "throughout" or "at") || index + 2 >= tokens.Length || SinceRule.IsCompared(article, index))
        {
            return null;
        }

        return tokens[index].Word.Text == "at" ? Named(article, index) : Length(article, index) ?? Named(article, index) ?? PartOfYear(article, index, published);
    }

    /// <summary>"in two decades", "over 100 days", "within 48 hours"; not "in three days of fighting", which is one event, but "in three months of fighting".</summary>
    private PeriodPhrase? Length(Article article, int index)
    {
        var tokens = article.Tokens;
        var at = OverBound(article, index + 1);
        if (at + 1 < tokens.Length && tokens[at].Word.Text is "a" or "an")
        {
            // "in a week", "within a single day", "in less than a month"
            var unit = tokens[at + 1].Word.Text == "single" ? at + 2 : at + 1;
            return unit < tokens.Length && (tokens[unit].Word.Text is "day" or "week" || ((unit == at + 2 || at > index + 1) && tokens[unit].Is(WordClass.TimeUnit) && tokens[unit].Word.Value > 0)) && !(unit + 1 < tokens.Length && tokens[unit + 1].Word.Text is "of" or "and" or "when" or "that")
                ? new PeriodPhrase(index + 1, unit + 1, ClaimScope.Period, Id)
                : null;
        }

        if (NumberReader.TryReadWhole(article, at) is not { } number || number.End >= tokens.Length || !IsLong(tokens[number.End], number.Count))
        {
            return null;
        }

        return number.End + 1 < tokens.Length && (tokens[number.End + 1].Word.Text == "and" || (tokens[number.End + 1].Word.Text == "of" && tokens[number.End].Word.Value < 7)) ? null
            : new PeriodPhrase(index + 1, number.End + 1, ClaimScope.Period, Id);
    }

    /// <summary>Behind "about", "just", "less than".</summary>
    private static int OverBound(Article article, int index)
    {
        var tokens = article.Tokens;
        return tokens[index].Word.Text is "about" or "nearly" or "almost" or "just" or "some" or "only" or "under" or "over" ? index + 1
            : tokens[index].Word.Text is "less" or "more" or "fewer" && index + 1 < tokens.Length && tokens[index + 1].Word.Text == "than" ? index + 2
            : index;
    }

    /// <summary>Days and more, and so many hours that they are days.</summary>
    private static bool IsLong(in Token unit, long number) =>
        unit.Is(WordClass.TimeUnit) && (unit.Word.Value > 0 || (unit.Word.Text == "hours" && number >= HoursOfDay));

    /// <summary>"over the weekend", "over the quarter", "throughout the year".</summary>
    private PeriodPhrase? Named(Article article, int index) =>
        (article.Tokens[index].Word.Text is "over" or "during" or "throughout" || (article.Tokens[index].Word.Text == "at" && article.Tokens[index + 2].Word.Text == "weekend")) && article.Tokens[index + 1].Word.Text == "the"
        && article.Tokens[index + 2].Word.Text is "weekend" or "quarter" or "year" or "month" or "week" or "decade" && !(index + 3 < article.Tokens.Length && article.Tokens[index + 3].Word.Text is "before" or "after" or "following" or "preceding" or "to" or "of" or "beginning" or "starting")
            ? new PeriodPhrase(index + 1, index + 3, ClaimScope.Period, Id)
            : null;

    /// <summary>"the first half of 2023", "the first three months of the year", "the second quarter".</summary>
    private PeriodPhrase? PartOfYear(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (tokens[index + 1].Word.Text != "the" || !(tokens[index + 2].Is(WordClass.Ordinal) || tokens[index + 2].Word.Text is "first" or "second" or "last" or "final") || index + 3 >= tokens.Length)
        {
            return null;
        }

        var at = index + 3;
        var months = 0;
        if (NumberReader.TryReadWhole(article, at) is { } number && number.End < tokens.Length && tokens[number.End].Word.Text is "months" or "weeks" or "days")
        {
            months = tokens[number.End].Word.Text == "months" ? (int)Math.Clamp(number.Count, 0, 13) : 0;
            at = number.End;
        }
        else if (tokens[at].Word.Text is "half" or "quarter")
        {
            months = tokens[at].Word.Text == "half" ? 6 : 3;
        }
        else
        {
            return null;
        }

        var year = (DateOnly?)null;
        var end = at + 1;
        if (end + 1 < tokens.Length && tokens[end].Word.Text == "of")
        {
            (year, end) = YearAt(article, end + 1, published) ?? (null, DateReader.TryRead(article, end + 1, published)?.End ?? end);
        }

        // A part has days only where the words say of which year.
        var from = year is { } january && months is > 0 and <= 12 ? Beginning(january, tokens[index + 2], months) : null;
        return new PeriodPhrase(index + 1, end, ClaimScope.Period, Id, from, from?.AddMonths(months).AddDays(-1));
    }

    /// <summary>"2023", "this year", "last year", "the year": its first day, null where the document has no day, and where the words end.</summary>
    private static (DateOnly? January, int End)? YearAt(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (DateReader.Year(article, index) is { } year) return (new DateOnly(year, 1, 1), index + 1);
        return tokens[index].Word.Text is "this" or "last" or "the" && index + 1 < tokens.Length && tokens[index + 1].Word.Text == "year"
            ? (published is { } today ? CalendarSpan.Of(365, tokens[index].Word.Text == "last", today).From : null, index + 2)
            : null;
    }

    /// <summary>The day that "the second quarter" or "the last five months" of a year begins; null where a year has no such part.</summary>
    private static DateOnly? Beginning(DateOnly january, in Token which, int months)
    {
        var offset = which.Word.Text switch { "first" => 0, "second" => months, "third" => 2 * months, "fourth" => 3 * months, "last" or "final" => 12 - months, _ => 12 };
        return offset + months <= 12 ? january.AddMonths(offset) : null;
    }
}
