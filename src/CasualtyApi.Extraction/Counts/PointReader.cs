using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>Reads the decimals of a number in words: "one point two million", "nine point nought four".</summary>
internal static class PointReader
{
    private const int MostDigits = 6;

    public static Numeral Extended(Article article, Numeral number)
    {
        var tokens = article.Tokens;
        var at = number.End + 1;
        if (number.Scale > 1 || at >= tokens.Length || tokens[number.End].Word.Text != "point" || !IsDigit(tokens[at]))
        {
            return number;
        }

        var (value, place) = (number.Value, 1m);
        if (BelowThousand.Read(article, at) is var (both, end) && both >= 10)
        {
            (value, place, at) = (value + (both / 100), 0, end);
        }

        for (; place > 0 && at < tokens.Length && at <= number.End + MostDigits && IsDigit(tokens[at]) && tokens[at].Word.Value < 10; at++)
        {
            place /= 10;
            value += tokens[at].Word.Value * place;
        }

        return at < tokens.Length && tokens[at].Kind == TokenKind.Word && tokens[at].Is(WordClass.Scale)
            ? new Numeral(number.First, at + 1, value * tokens[at].Word.Value, tokens[at].Word.Value)
            : number with { End = at, Value = value };
    }

    private static bool IsDigit(in Token token) => token.Kind == TokenKind.Word && token.Is(WordClass.Cardinal);
}
