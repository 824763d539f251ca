using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"in the two weeks after the coup", "in the month before the vote": a stretch by its length and what it lies beside.</summary>
internal sealed class AfterRule : PeriodRule
{
    /// <summary>How many words what it lies beside may take.</summary>
    private const int Longest = 6;

    public override string Id => "periods.after";

    public override string Summary => "A stretch of time told by its length and the event that it follows or comes before: \"the two weeks after the coup\".";

    public override string Example => "In the two weeks after the coup, twelve people were killed.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (index == 0 || index + 3 >= tokens.Length || tokens[index].Word.Text != "the" || tokens[index - 1].Word.Text is not ("in" or "over" or "during" or "within" or "for"))
        {
            return null;
        }

        var unit = NumberReader.TryReadWhole(article, index + 1)?.End ?? index + 1;
        return unit + 1 < tokens.Length && tokens[unit].Is(WordClass.TimeUnit) && tokens[unit].Word.Value > 0 && tokens[unit].Word.Text != "day"
            && tokens[unit + 1].Word.Text is "after" or "following" or "before" or "preceding"
                ? new PeriodPhrase(index, Event(article, unit + 2) ?? unit + 1, ClaimScope.Period, Id)
                : null;
    }

    /// <summary>Behind "the coup", "its invasion of 2014", "the 2021 vote"; null where no thing is named.</summary>
    private static int? Event(Article article, int first)
    {
        var tokens = article.Tokens;
        var end = first;
        while (end < tokens.Length && end < first + Longest && (tokens[end].Is(WordClass.Article | WordClass.Possessive | WordClass.Name) || IsThing(tokens[end]) || (DateReader.Year(article, end) is not null && end > first)))
        {
            end++;
        }

        return end > first && IsThing(tokens[end - 1]) ? end : null;
    }

    private static bool IsThing(in Token token) =>
        token is { Kind: TokenKind.Word } && (token.Is(WordClass.Noun | WordClass.NotPeople | WordClass.Adjective) || token.Class == WordClass.None);
}
