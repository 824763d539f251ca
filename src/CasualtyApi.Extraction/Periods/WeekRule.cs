using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"in the week of May 5", "the week beginning 3 March": seven days from the one named.</summary>
internal sealed class WeekRule : PeriodRule
{
    public override string Id => "periods.week";

    public override string Summary => "A week told by its first day: \"the week of May 5\", \"the week beginning 3 March\".";

    public override string Example => "In the week of May 5, twelve people were killed.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (index + 2 >= tokens.Length || tokens[index].Word.Text != "week" || tokens[index + 1].Word.Text is not ("of" or "beginning" or "starting"))
        {
            return null;
        }

        var at = tokens[index + 2].Word.Text is "on" or "the" ? index + 3 : index + 2;
        return DateReader.TryRead(article, at, published) is { IsDay: true } day && !Goes(article, day.End)
            ? new PeriodPhrase(index, day.End, ClaimScope.Period, Id, day.From, day.From?.AddDays(6))
            : null;
    }

    /// <summary>"the week of May 5 to 9": both its days are named.</summary>
    private static bool Goes(Article article, int end) =>
        end + 1 < article.Tokens.Length && DateReader.DayNumber(article, end + 1) is not null && (article.Tokens[end].Word.Text is "to" or "through" || CharacterClass.IsDash(article.Text[article.Tokens[end].Start]));
}
