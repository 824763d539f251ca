using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>Reads shares ("two thirds", "one-eighth") and numbers with a share in them ("two and a half million", "a quarter of a million").</summary>
internal static class FractionReader
{
    /// <summary>"percent", "per cent"; of "per cent" in two words the second.</summary>
    public static bool IsPercent(Word word) => word.Text is "percent" or "per cent" or "cent";

    /// <summary>"half a million", "a quarter of a million", "half million", "a half million": a share of a factor word.</summary>
    public static Numeral? OfScale(Article article, int index)
    {
        var tokens = article.Tokens;
        var at = tokens[index].Word.Text is "a" or "an" ? index + 1 : index;
        return at < tokens.Length && Divisor(tokens[at], isPlural: false) is { } divisor && divisor <= 4 && !tokens[at].Is(WordClass.Ordinal) && Scaled(article, at + 1) is var (scale, end)
            ? new Numeral(index, end, scale / divisor, scale)
            : null;
    }

    /// <summary>"a third of": only where it parts something, for "a third soldier" is one more.</summary>
    public static Numeral? Share(Article article, int index)
    {
        var tokens = article.Tokens;
        var at = index + 1;
        return at < tokens.Length && Divisor(tokens[at], isPlural: false) is { } divisor
            && (!tokens[at].Is(WordClass.Ordinal) || (at + 1 < tokens.Length && tokens[at + 1].Word.Text == "of"))
            ? new Numeral(index, at + 1, 1 / divisor)
            : null;
    }

    /// <summary>A number with the share that follows it, or null: "two thirds", "two and a half", "3 million and a quarter".</summary>
    public static Numeral? Extended(Article article, Numeral number)
    {
        var tokens = article.Tokens;
        if (number.Value > 0 && Parted(article, number.Value, BelowThousand.OverHyphen(article, number.End)) is var (share, end))
        {
            return Scaled(article, end) is var (whole, behind) ? new Numeral(number.First, behind, share * whole, whole) : new Numeral(number.First, end, share);
        }

        if (number.End + 1 >= tokens.Length || tokens[number.End].Word.Text != "and" || Added(article, number.End + 1) is not var (added, last))
        {
            return null;
        }

        if (last < tokens.Length && tokens[last].Is(WordClass.Scale) && tokens[last].Word.Value >= 1000)
        {
            // "two and a half million"; "one billion and a half million".
            var scale = tokens[last].Word.Value;
            return number with { End = last + 1, Value = number.Scale == 1 ? (number.Value + added) * scale : number.Value + (added * scale), Scale = scale };
        }

        return number with { End = last, Value = number.Value + (added * number.Scale) };
    }

    /// <summary>Fewer parts than make a whole: the "three quarters" of "one hundred and three quarters", not "thirty fifths".</summary>
    public static bool IsProper(Article article, decimal parts, int end) =>
        Parted(article, parts, BelowThousand.OverHyphen(article, end)) is { Share: < 1 };

    /// <summary>"a half", "three quarters", "one fourth" behind the "and" of a number.</summary>
    private static (decimal Share, int End)? Added(Article article, int at) =>
        article.Tokens[at].Is(WordClass.Article) ? Parted(article, 1, at + 1)
        : BelowThousand.Read(article, at) is var (parts, end) && parts is > 0 and < 100 ? Parted(article, parts, BelowThousand.OverHyphen(article, end))
        : null;

    /// <summary>So many parts of the divisor at a token. One part of an ordinal must not be one more of something ("one third party").</summary>
    private static (decimal Share, int End)? Parted(Article article, decimal parts, int at)
    {
        var tokens = article.Tokens;
        if (at >= tokens.Length || tokens[at].Kind != TokenKind.Word || Divisor(tokens[at], isPlural: parts > 1) is not { } divisor)
        {
            return null;
        }

        var isMore = tokens[at].Is(WordClass.Ordinal) && at + 1 < tokens.Length && tokens[at + 1].Kind == TokenKind.Word && tokens[at + 1].Word.Text != "of";
        return isMore ? null : (parts / divisor, at + 1);
    }

    private static decimal? Divisor(in Token token, bool isPlural) =>
        token.Is(WordClass.Fraction) && token.Word.IsPlural == isPlural ? token.Word.Value
        : !isPlural && token.Is(WordClass.Ordinal) && token.Word.Value > 2 ? token.Word.Value
        : !isPlural && token.Word.Text == "half" ? 2
        : null;

    /// <summary>"million", "a million", "of a million".</summary>
    private static (decimal Scale, int End)? Scaled(Article article, int at)
    {
        var tokens = article.Tokens;
        at += at + 1 < tokens.Length && tokens[at].Word.Text == "of" && tokens[at + 1].Is(WordClass.Article) ? 1 : 0;
        at += at < tokens.Length && tokens[at].Is(WordClass.Article) ? 1 : 0;
        return at < tokens.Length && tokens[at].Kind == TokenKind.Word && tokens[at].Is(WordClass.Scale) ? (tokens[at].Word.Value, at + 1) : null;
    }
}
