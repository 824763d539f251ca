using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"between January and March", "from April to June 2023", "in March and April", "between 2014 and 2021", "in 2018/19": a window of months or years, all named.</summary>
internal sealed class MonthsRule : PeriodRule
{
    public override string Id => "periods.months";

    public override string Summary => "A window between two months or two years, both named.";

    public override string Example => "Between January and March 2023, twelve people were killed.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (tokens[index].Word.Text is not ("between" or "from"))
        {
            return Months(article, index, published) ?? Years(article, index);
        }

        if (DateReader.TryRead(article, index + 1, published) is not { } first || !IsLong(article, index + 1, first)
            || first.End + 1 >= tokens.Length || tokens[first.End].Word.Text is not ("and" or "to" or "until" or "till" or "through")
            || DateReader.TryRead(article, first.End + 1, published) is not { } last || !IsLong(article, first.End + 1, last))
        {
            return null;
        }

        // A month without a year lies in the year of the last, or in the one before it.
        var from = tokens[first.End - 1].Is(WordClass.Month) ? last.From is { } end ? InYearOf((int)tokens[first.End - 1].Word.Value, end) : null : first.From;
        return new PeriodPhrase(index, last.End, ClaimScope.Period, Id, from, last.To);
    }

    /// <summary>"in March and April 2019", "in June, July and August", "in April-June 2023": months in their order, with the year behind the last.</summary>
    private PeriodPhrase? Months(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        var last = index;
        while (IsBare(article, last) && last + 2 < tokens.Length && IsBetween(article, last + 1) && DateReader.TryRead(article, last + 2, published) is { } next && IsLong(article, last + 2, next) && tokens[last + 2].Is(WordClass.Month))
        {
            last += 2;
        }

        if (last == index || DateReader.TryRead(article, last, published) is not { } date) return null;

        var from = date.From is { } end && AreInOrder(article, index, last) ? InYearOf((int)tokens[index].Word.Value, end) : (DateOnly?)null;
        return new PeriodPhrase(index, date.End, ClaimScope.Period, Id, from, from is null ? null : date.To);
    }

    /// <summary>A month with no day and no year.</summary>
    private static bool IsBare(Article article, int index) =>
        DateReader.TryRead(article, index, null) is { } month && month.End == index + 1 && article.Tokens[index].Is(WordClass.Month);

    private static bool IsBetween(Article article, int index) =>
        article.Tokens[index].Word.Text is "and" or "to" || article.IsMark(index, ',') || article.IsMark(index, '-') || article.IsMark(index, '–');

    /// <summary>"March and April", and "April-June"; of "March and June" the months between are not told.</summary>
    private static bool AreInOrder(Article article, int first, int last)
    {
        for (var at = first; at < last; at += 2)
        {
            var step = (article.Tokens[at + 2].Word.Value - article.Tokens[at].Word.Value + 12) % 12;
            if (step != 1 && (article.Tokens[at + 1].Word.Text == "and" || article.IsMark(at + 1, ','))) return false;
        }

        return true;
    }

    /// <summary>"in 2018-19", "in 2018/2019", "the war of 1980-1988", "in 2018 and 2019": years from one to another.</summary>
    private PeriodPhrase? Years(Article article, int index)
    {
        var tokens = article.Tokens;
        return index > 0 && tokens[index - 1].Word.Text is "in" or "of" or "during" or "throughout" or "over" or "the" && YearsAt(article, index) is { } years && years.End > index + 1
            && !(years.End < tokens.Length && tokens[years.End].Is(WordClass.PersonNoun)) && (tokens[index + 1].Word.Text != "and" || tokens[index - 1].Word.Text is "in" or "during")
                ? new PeriodPhrase(index, years.End, ClaimScope.Period, Id, years.From, years.To)
                : null;
    }

    /// <summary>"2019", "2018-19", "2018/2019", "2018 and 2019"; null where no year begins.</summary>
    public static (int End, DateOnly From, DateOnly To)? YearsAt(Article article, int index)
    {
        if (DateReader.Year(article, index) is not { } first) return null;
        var last = index + 2 >= article.Tokens.Length ? null
            : article.Tokens[index + 1].Word.Text == "and" ? DateReader.Year(article, index + 2) is { } next && next == first + 1 ? next : null
            : IsJoined(article, index + 1) ? DateReader.Year(article, index + 2) ?? (first - (first % 100) + DateReader.Digits(article, index + 2, 2, 2))
            : null;
        return last > first && DateReader.IsRead(last.Value) ? (index + 3, new DateOnly(first, 1, 1), new DateOnly(last.Value, 12, 31)) : (index + 1, new DateOnly(first, 1, 1), new DateOnly(first, 12, 31));
    }

    /// <summary>A dash or a slash with no space around.</summary>
    private static bool IsJoined(Article article, int index) =>
        !article.Tokens[index].SpaceBefore && !article.Tokens[index + 1].SpaceBefore && (article.IsMark(index, '-') || article.IsMark(index, '–') || article.IsMark(index, '/'));

    /// <summary>"from October to March 2023" begins in 2022.</summary>
    private static DateOnly InYearOf(int month, DateOnly last) =>
        new(month <= last.Month ? last.Year : last.Year - 1, month, 1);

    /// <summary>A month with or without its year, or a year; no day.</summary>
    private static bool IsLong(Article article, int index, DateWords words) =>
        (article.Tokens[index].Is(WordClass.Month) && (words.End == index + 1 || article.Tokens[words.End - 1].End - article.Tokens[words.End - 1].Start == 4))
        || (article.Tokens[index].Kind == TokenKind.Number && words.End == index + 1 && article.Tokens[index].End - article.Tokens[index].Start == 4);
}
