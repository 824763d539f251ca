using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>Two numbers that bound a count: a range, or alternatives.</summary>
internal sealed class BetweenRule : CountRule
{
    public override string Id => "counts.between";

    public override string Summary => "Two numbers that bound a count: a range, or alternatives.";

    public override string Example => "Between 50 and 60 people were killed.";

    public override CountRelation Relation => CountRelation.Between;

    /// <summary>The second number behind a first one: "50 to 60", "50-60", "two or three", "between 50 and 60".</summary>
    /// <param name="article">The text.</param>
    /// <param name="first">The first number.</param>
    /// <param name="joinedByAnd">True behind "between", where "and" joins the two.</param>
    public static Numeral? Second(Article article, Numeral first, bool joinedByAnd)
    {
        var tokens = article.Tokens;
        if (first.End + 1 >= tokens.Length)
        {
            return null;
        }

        ref readonly var joint = ref tokens[first.End];
        var isDash = joint.Kind == TokenKind.Punctuation && article.Text[joint.Start] is '-' or '–' or '—' or '~' or '\u2010' or '\u2011'
            && joint.SpaceBefore == tokens[first.End + 1].SpaceBefore && article.Text[joint.Start] != '—';
        var joins = joint.Word.Text is "to" or "or" or "through" || isDash || (joinedByAnd && joint.Word.Text == "and");
        return joins && NumberReader.TryRead(article, first.End + 1) is { } second && second.Value > first.Value
            && !tokens[first.End + 1].Is(WordClass.Article)
            ? second
            : null;
    }
}
