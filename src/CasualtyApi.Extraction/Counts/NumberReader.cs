using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>
/// Reads one number, in digits ("1,670"), words ("three hundred and twelve") or both ("1.2 million"). Whether it counts anything
/// is another question: years, prices, ages and parts of names do not.
/// </summary>
internal static class NumberReader
{
    public static Numeral? TryRead(Article article, int index)
    {
        if (index >= article.Tokens.Length)
        {
            return null;
        }

        ref readonly var token = ref article.Tokens[index];
        return MayBegin(token) && !NotACount.IsPronoun(article, index) && (FractionReader.OfScale(article, index) ?? Parts(article, index)) is { } number && !NotACount.IsUnit(article, number.End)
            ? number
            : null;
    }

    /// <summary>A number, a part of something, or "a hundred", "an eighth", "half a million".</summary>
    private static bool MayBegin(in Token token) =>
        token.Is(WordClass.Number | WordClass.Fraction) || (token.Is(WordClass.Article | WordClass.Determiner) && token.Word.Text is "a" or "an" or "half");

    /// <summary>The same, where it counts something, or is a share of something.</summary>
    public static Numeral? TryReadCount(Article article, int index) =>
        index < article.Tokens.Length && !NotACount.Begins(article, index) && TryRead(article, index) is { } number && !NotACount.Ends(article, number.End)
            ? number
            : null;

    /// <summary>The same, where it counts something.</summary>
    public static Numeral? TryReadWhole(Article article, int index) =>
        TryReadCount(article, index) is { IsWhole: true } number ? number : null;

    /// <summary>"two million three hundred thousand and twelve": parts that each scale what is before them, ever smaller ones.</summary>
    private static Numeral? Parts(Article article, int first)
    {
        var tokens = article.Tokens;
        var begin = tokens[first].Word.Text is "a" or "an" ? first + 1 : first;
        if (begin > first && !(begin < tokens.Length && (tokens[begin].Is(WordClass.Scale) || tokens[begin].Word.Text is "couple" or "pair")))
        {
            return FractionReader.Share(article, first);
        }

        if (Part(article, begin) is not { } number)
        {
            return tokens[first].Word.Text == "half" ? new Numeral(first, first + 1, 0.5m) : null;
        }

        for (var limit = Limit(number); limit > 1 && Part(article, Next(article, number.End)) is { Value: > 0 } part && part.Value < limit && CanFollow(article, number.End, part); limit = Limit(part))
        {
            number = new Numeral(first, part.End, number.Value + part.Value, part.Scale);
        }

        number = PointReader.Extended(article, number);
        return FractionReader.Extended(article, number with { First = first }) ?? number with { First = first };
    }

    /// <summary>One group with the scales behind it: "three hundred", "322 hundred", "two dozen", "three lakh crore".</summary>
    private static Numeral? Part(Article article, int at)
    {
        var tokens = article.Tokens;
        if (at >= tokens.Length)
        {
            return null;
        }

        var (value, end) = tokens[at].Kind == TokenKind.Word && tokens[at].Is(WordClass.Scale) ? (1m, at) : BelowThousand.Read(article, at) ?? (0, -1);
        if (end < 0)
        {
            return null;
        }

        var scale = 1m;
        for (; end < tokens.Length && ScaleOf(tokens[end], isBehindNumber: end > at) is { } factor && scale <= 1_000_000_000_000m; end++)
        {
            // "three hundred": a group like any below a thousand, which "and twelve" may fill up.
            (value, end) = factor == 100 && BelowThousand.Read(article, Next(article, end + 1)) is var (rest, behind) && rest is > 0 and < 100
                && !IsScaled(tokens, behind) && !(Next(article, end + 1) > end + 1 && FractionReader.IsProper(article, rest, behind))
                ? ((value * 100) + rest, behind - 1)
                : (value * factor, end);
            scale = factor >= 1000 ? scale * factor : scale;
        }

        return new Numeral(at, end, value, scale);
    }

    /// <summary>A factor word; behind a number its plural, too ("three dozens").</summary>
    private static decimal? ScaleOf(in Token token, bool isBehindNumber) =>
        token.Kind != TokenKind.Word ? null
        : token.Is(WordClass.Scale) ? token.Word.Value
        : isBehindNumber && token.Is(WordClass.VagueNumber) && token.Word.Value >= 20 && token.Word.Text is not "tens" ? token.Word.Value / 2
        : null;

    /// <summary>"three hundred and two dozen", "3 hundred and 2 hundred": a small number with a factor of its own fills up no hundred.</summary>
    private static bool IsScaled(Tokens tokens, int at) =>
        at < tokens.Length && ScaleOf(tokens[at], isBehindNumber: true) is < 1000;

    /// <summary>Over the "and" of "three hundred and twelve".</summary>
    private static int Next(Article article, int at) =>
        at + 1 < article.Tokens.Length && article.Tokens[at].Word.Text == "and" && article.Tokens[at + 1].Is(WordClass.Cardinal) ? at + 1 : at;

    /// <summary>What a smaller part behind it must stay below: a thousand behind "two thousand".</summary>
    private static decimal Limit(Numeral part) => part.Scale > 1 ? part.Scale : part.Value >= 100 && part.Value % 100 == 0 ? 100 : 1;

    /// <summary>Digits go on with a number only where they are scaled themselves ("4 thousand 3 hundred"); a part of a whole does not ("and three quarters").</summary>
    private static bool CanFollow(Article article, int end, Numeral part) =>
        article.Tokens[part.First].Kind == TokenKind.Word
            ? part.First == end || !FractionReader.IsProper(article, part.Value, part.End)
            : part.First == end && part.End > part.First + 1;
}
