using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"between January and March", "from April to June 2023", "between 2014 and 2021": a window of months or years, both named.</summary>
internal sealed class MonthsRule : PeriodRule
{
    public override string Id => "periods.months";

    public override string Summary => "A window between two months or two years, both named.";

    public override string Example => "Between January and March 2023, twelve people were killed.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (tokens[index].Word.Text is not ("between" or "from") || DateReader.TryRead(article, index + 1, published) is not { } first || !IsLong(article, index + 1, first)
            || first.End + 1 >= tokens.Length || tokens[first.End].Word.Text is not ("and" or "to" or "until" or "till" or "through")
            || DateReader.TryRead(article, first.End + 1, published) is not { } last || !IsLong(article, first.End + 1, last))
        {
            return null;
        }

        // A month without a year lies in the year of the last, or in the one before it.
        var from = tokens[first.End - 1].Is(WordClass.Month) && last.From is { } end ? InYearOf((int)tokens[first.End - 1].Word.Value, end) : first.From;
        return new PeriodPhrase(index, last.End, ClaimScope.Period, Id, from, last.To);
    }

    /// <summary>"from October to March 2023" begins in 2022.</summary>
    private static DateOnly InYearOf(int month, DateOnly last) => new(month <= last.Month ? last.Year : last.Year - 1, month, 1);

    /// <summary>A month with or without its year, or a year; no day.</summary>
    private static bool IsLong(Article article, int index, DateWords words) =>
        (article.Tokens[index].Is(WordClass.Month) && (words.End == index + 1 || article.Tokens[words.End - 1].End - article.Tokens[words.End - 1].Start == 4))
        || (article.Tokens[index].Kind == TokenKind.Number && words.End == index + 1 && article.Tokens[index].End - article.Tokens[index].Start == 4);
}
