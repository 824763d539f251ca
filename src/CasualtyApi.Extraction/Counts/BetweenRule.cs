using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>Two numbers that bound a count: a range, or alternatives.</summary>
internal sealed class BetweenRule : CountRule
{
    public override string Id => "counts.between";

    public override string Summary => "Two numbers that bound a count: a range, or alternatives.";

    public override string Example => "Between 50 and 60 people were killed.";

    public override CountRelation Relation => CountRelation.Between;

    public override IReadOnlyList<string> Before { get; } = ["anywhere", "somewhere", "anything"];

    /// <summary>Two numbers as one range: "50 to 60", "50-60", "two or three", "between 50 and 60", "2 to 3 million", "between eighty and a hundred thousand".</summary>
    /// <param name="article">The text.</param>
    /// <param name="first">The first number.</param>
    /// <param name="joinedByAnd">True behind "between", where "and" joins the two.</param>
    /// <returns>The ends, and the token behind them; null where no second, larger number follows.</returns>
    public static (long Low, long High, int End)? TryRead(Article article, Numeral first, bool joinedByAnd)
    {
        var tokens = article.Tokens;
        if (first.End + 1 >= tokens.Length)
        {
            return null;
        }

        ref readonly var joint = ref tokens[first.End];
        var joins = joint.Word.Text is "to" or "or" or "through" || IsDash(article, first.End) || (joinedByAnd && joint.Word.Text == "and");
        var isScaled = joinedByAnd && first.End + 2 < tokens.Length && tokens[first.End + 1].Word.Text == "a" && tokens[first.End + 2].Is(WordClass.Scale);
        if (!joins || (tokens[first.End + 1].Is(WordClass.Article) && !isScaled) || NumberReader.TryReadWhole(article, first.End + 1) is not { } second)
        {
            return null;
        }

        // "1-222-2222" is no range; "2 to 3 million" begins at two million; "from 200 to 3,000,000" does not.
        ref readonly var last = ref tokens[second.End - 1];
        var scale = second.Scale > 1 ? second.Scale : last.Is(WordClass.Scale) ? last.Word.Value : 1;
        var low = !tokens[first.End - 1].Is(WordClass.Scale) && first.Scale == 1 && first.Value * scale < second.Value ? first.Value * scale : first.Value;
        var isCode = second.End + 1 < tokens.Length && !tokens[second.End].SpaceBefore && IsDash(article, second.End) && tokens[second.End + 1].Kind == TokenKind.Number;
        return low < second.Value && !isCode ? ((long)low, second.Count, second.End) : null;
    }

    /// <summary>"double-digit", "triple-digit numbers of": as many as have so many digits.</summary>
    public static (long Low, long High, int End)? TryReadDigits(Article article, int index)
    {
        var tokens = article.Tokens;
        (long Low, long High)? ends = tokens[index].Word.Text switch
        {
            "single" => (1, 9),
            "double" => (10, 99),
            "triple" => (100, 999),
            _ => null,
        };
        if (ends is not var (low, high) || index + 2 >= tokens.Length)
        {
            return null;
        }

        var digit = IsDash(article, index + 1) ? index + 2 : index + 1;
        if (!MemoryExtensions.Equals(article.TextOf(tokens[digit]), "digit", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isNumberOf = digit + 2 < tokens.Length && tokens[digit + 1].Word.Text is "number" or "numbers" && tokens[digit + 2].Word.Text == "of";
        return (low, high, isNumberOf ? digit + 3 : digit + 1);
    }

    private static bool IsDash(Article article, int index) =>
        article.Tokens[index].Kind == TokenKind.Punctuation && article.Text[article.Tokens[index].Start] is '-' or '–' or '~' or '\u2010' or '\u2011'
        && article.Tokens[index].SpaceBefore == article.Tokens[index + 1].SpaceBefore;
}
