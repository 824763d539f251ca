using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"Q2 2023", "Q4 of 2019": a quarter of a year as offices write it.</summary>
internal sealed class QuarterRule : PeriodRule
{
    public override string Id => "periods.quarter";

    public override string Summary => "A quarter of a year as offices write it: \"Q2 2023\".";

    public override string Example => "In Q2 2023, twelve people were killed.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        if (Number(article, index) is not { } quarter || index + 1 >= article.Tokens.Length) return null;
        var at = article.Tokens[index + 1].Word.Text == "of" ? index + 2 : index + 1;
        return DateReader.DateIn(DateReader.Year(article, at), (3 * quarter) - 2, 1) is { } from
            ? new PeriodPhrase(index, at + 1, ClaimScope.Period, Id, from, from.AddMonths(3).AddDays(-1))
            : null;
    }

    /// <summary>Which quarter a word such as "Q2" names; null for any other.</summary>
    public static int? Number(Article article, int index) =>
        article.TextOf(article.Tokens[index]) is ['Q', >= '1' and <= '4' and var digit] ? digit - '0' : null;
}
