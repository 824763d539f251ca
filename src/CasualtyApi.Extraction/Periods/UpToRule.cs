using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"in the year to June", "the three months ending 30 June": a stretch by its length and its last day.</summary>
internal sealed class UpToRule : PeriodRule
{
    public override string Id => "periods.up-to";

    public override string Summary => "A stretch of time told by its length and its end: \"in the year to June\", \"the three months ending 30 June\".";

    public override string Example => "In the year to June 2023, 45 civilians were killed.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (index + 3 >= tokens.Length || tokens[index].Word.Text != "the") return null;

        var (length, unit) = NumberReader.TryReadWhole(article, index + 1) is { } number ? (number.Count, number.End) : (1, index + 1);
        if (unit + 2 >= tokens.Length || !tokens[unit].Is(WordClass.TimeUnit) || tokens[unit + 1].Word.Text is not ("to" or "until" or "through" or "ending" or "ended")) return null;

        var end = tokens[unit + 2].Word.Text is "in" or "on" ? unit + 3 : unit + 2;
        return DateReader.TryRead(article, end, published) is { } last
            ? new PeriodPhrase(index, last.End, ClaimScope.Period, Id, Beginning(last.To, length, tokens[unit].Word.Text.TrimEnd('s')), last.To)
            : null;
    }

    private static DateOnly? Beginning(DateOnly? last, long length, string unit) => (last?.AddDays(1), unit) switch
    {
        ({ } behind, "year") when length <= 100 => behind.AddYears(-(int)length),
        ({ } behind, "month") when length <= 1_200 => behind.AddMonths(-(int)length),
        ({ } behind, "week") when length <= 5_000 => behind.AddDays(-7 * (int)length),
        ({ } behind, "day") when length <= 36_500 => behind.AddDays(-(int)length),
        _ => null,
    };
}
