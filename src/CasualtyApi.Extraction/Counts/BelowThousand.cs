using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>Reads what stands before "hundred" or "million": digits, or words below a hundred ("twenty-five").</summary>
internal static class BelowThousand
{
    public static (decimal Value, int End)? Read(Article article, int at)
    {
        var tokens = article.Tokens;
        if (at >= tokens.Length)
        {
            return null;
        }

        ref readonly var token = ref tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            return Digits.Read(article, at);
        }

        if (token.Kind != TokenKind.Word || !token.Is(WordClass.Cardinal))
        {
            return null;
        }

        var value = token.Word.Value;
        var next = OverHyphen(article, at + 1);
        return value is >= 20 and < 100 && value % 10 == 0 && next < tokens.Length
            && tokens[next] is { Kind: TokenKind.Word, Word.Value: > 0 and < 10 } unit && unit.Is(WordClass.Cardinal)
            ? (value + unit.Word.Value, next + 1)
            : (value, at + 1);
    }

    /// <summary>Over the hyphen of "twenty-five" and "one-third".</summary>
    public static int OverHyphen(Article article, int at)
    {
        var tokens = article.Tokens;
        return at + 1 < tokens.Length && !tokens[at].SpaceBefore && !tokens[at + 1].SpaceBefore
            && tokens[at].Kind == TokenKind.Punctuation && CharacterClass.IsDash(article.Text[tokens[at].Start])
            ? at + 1
            : at;
    }
}
