using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"1,500 a day", "per month", "every week": a rate, never added and never multiplied.</summary>
internal sealed class RateRule : PeriodRule
{
    public override string Id => "periods.rate";

    public override string Summary => "A count for each unit of time: never added, never multiplied.";

    public override string Example => "The army is losing 1,500 soldiers a day.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (tokens[index].Word.Text is "daily" or "weekly" or "monthly" or "annually" or "yearly" && index > 0 && (tokens[index - 1].Is(WordClass.VerbParticiple) || tokens[index - 1].Word.Verb?.Lemma == "die"))
        {
            // "sixty people are killed daily"
            return new PeriodPhrase(index, index + 1, ClaimScope.Rate, Id);
        }

        var isRate = tokens[index].Word.Text is "a" or "per" or "every" or "each"
            && index + 1 < tokens.Length && tokens[index + 1].Is(WordClass.TimeUnit) && !tokens[index + 1].Word.Text.EndsWith('s')
            && tokens[index + 1].Word.Value > 0 && !IsDistance(tokens, index + 2);
        return isRate && (tokens[index].Word.Text != "a" || index == 0 || !tokens[index - 1].Is(WordClass.Preposition | WordClass.Number | WordClass.VerbPast) || (index > 1 && tokens[index - 2].Word.Text == "are"))
            ? new PeriodPhrase(index, index + 2, ClaimScope.Rate, Id)
            : null;
    }

    /// <summary>"a day earlier", "a month after the raid": how long before or behind it was.</summary>
    private static bool IsDistance(Tokens tokens, int behind) =>
        behind < tokens.Length && tokens[behind].Word.Text is "earlier" or "later" or "ago" or "before" or "after" or "prior";
}
