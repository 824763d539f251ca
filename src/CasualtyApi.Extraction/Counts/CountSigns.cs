using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>Signs that bound the number behind them: ">1000", "≥ 40", "&lt; 60", "~200".</summary>
internal static class CountSigns
{
    private static readonly MoreThanRule MoreThan = new();
    private static readonly AtLeastRule AtLeast = new();
    private static readonly LessThanRule LessThan = new();
    private static readonly AtMostRule AtMost = new();
    private static readonly AboutRule About = new();

    /// <summary>What the sign at a token says, and the token behind it; null where no number follows.</summary>
    public static (CountRule Rule, int Behind)? TryRead(Article article, int index)
    {
        var tokens = article.Tokens;
        var sign = article.Text[tokens[index].Start];
        if (sign is not ('>' or '<' or '≥' or '≤' or '~' or '≈') || (index > 0 && IsSign(article, index - 1)))
        {
            return null;
        }

        var orEqual = sign is '>' or '<' && index + 1 < tokens.Length && article.IsMark(index + 1, '=');
        var behind = orEqual ? index + 2 : index + 1;
        return behind >= tokens.Length || tokens[behind].Kind != TokenKind.Number ? null : sign switch
        {
            '>' => (orEqual ? AtLeast : MoreThan, behind),
            '<' => (orEqual ? AtMost : LessThan, behind),
            '≥' => (AtLeast, behind),
            '≤' => (AtMost, behind),
            _ => (About, behind),
        };
    }

    private static bool IsSign(Article article, int index) =>
        !article.Tokens[index + 1].SpaceBefore && article.Tokens[index].Kind == TokenKind.Punctuation && article.Text[article.Tokens[index].Start] is '<' or '>' or '=' or '-';
}
