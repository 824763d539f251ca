using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"1,500 a day", "per month", "every week", "daily deaths": a rate, never added and never multiplied.</summary>
internal sealed class RateRule : PeriodRule
{
    public override string Id => "periods.rate";

    public override string Summary => "A count for each unit of time: never added, never multiplied.";

    public override string Example => "The army is losing 1,500 soldiers a day.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published) =>
        IsEach(article, index) ? new PeriodPhrase(index, index + 2, ClaimScope.Rate, Id)
        : IsRegular(article, index) ? new PeriodPhrase(index, index + 1, ClaimScope.Rate, Id)
        : null;

    /// <summary>"a day", "per month", "every week"; "a year" behind a past only where it goes on ("are killed a year").</summary>
    private static bool IsEach(Article article, int index)
    {
        var tokens = article.Tokens;
        var isRate = tokens[index].Word.Text is "a" or "per" or "every" or "each"
            && index + 1 < tokens.Length && tokens[index + 1].Is(WordClass.TimeUnit) && !tokens[index + 1].Word.Text.EndsWith('s')
            && tokens[index + 1].Word.Value > 0 && !IsDistance(tokens, index + 2);
        return isRate && (tokens[index].Word.Text != "a" || index == 0 || !tokens[index - 1].Is(WordClass.Preposition | WordClass.Number | WordClass.VerbPast)
            || (index > 1 && tokens[index - 1].Is(WordClass.VerbParticiple) && tokens[index - 2].Word.Text is "are" or "is" && EndsClause(article, index + 2)));
    }

    /// <summary>"daily deaths", "are killed annually", "kills 300 people weekly".</summary>
    private static bool IsRegular(Article article, int index)
    {
        var tokens = article.Tokens;
        if (tokens[index].Word.Text is not ("daily" or "weekly" or "monthly" or "yearly" or "annual" or "annually")) return false;
        if (index + 1 < tokens.Length && tokens[index + 1].Word.CasualtyNoun is { Frame: CasualtyFrame.Count or CasualtyFrame.Toll }) return true;
        return index > 0 && (tokens[index - 1].Is(WordClass.PersonNoun) || tokens[index - 1] is var verb && verb.Is(WordClass.Casualty) && verb.Is(WordClass.Verb)) && tokens[index].Word.Text != "annual" && EndsClause(article, index + 1);
    }

    /// <summary>A mark, a preposition or nothing stands behind.</summary>
    private static bool EndsClause(Article article, int end) =>
        end >= article.Tokens.Length || article.Tokens[end].Kind is TokenKind.Punctuation or TokenKind.Quote || article.Tokens[end].Is(WordClass.Preposition | WordClass.Coordinator | WordClass.Subordinator);

    /// <summary>"a day earlier", "a month after the raid": how long before or behind it was.</summary>
    private static bool IsDistance(Tokens tokens, int behind) =>
        behind < tokens.Length && tokens[behind].Word.Text is "earlier" or "later" or "ago" or "before" or "after" or "prior";
}
