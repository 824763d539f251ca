using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"spring 2019", "the summer of 2014", "the winter of 1940-41", "last winter": a season is part of the year that it names, and has no days of its own.</summary>
internal sealed class SeasonRule : PeriodRule
{
    public override string Id => "periods.season";

    public override string Summary => "A season, with the year it lies in or counted back from the time of speaking: \"spring 2019\", \"last winter\".";

    public override string Example => "In the summer of 2014, twelve people were killed.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (index + 1 >= tokens.Length) return null;
        if (tokens[index].Word.Text is "last" or "this" && IsSeason(article, index + 1))
        {
            return new PeriodPhrase(index, index + 2, ClaimScope.Period, Id);
        }

        if (!IsSeason(article, index)) return null;
        var at = tokens[index + 1].Word.Text == "of" ? index + 2 : index + 1;
        return MonthsRule.YearsAt(article, at) is { } years
            ? new PeriodPhrase(index, years.End, ClaimScope.Period, Id, years.From, years.To)
            : null;
    }

    private static bool IsSeason(Article article, int index) =>
        article.Tokens[index].Word.Text is "spring" or "summer" or "autumn" or "fall" or "winter";
}
