using System.Globalization;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>A whole number in the text: tokens [First, End) and its value.</summary>
internal readonly record struct Numeral(int First, int End, long Value);

/// <summary>
/// Reads one whole number, in digits ("1,670"), words ("three hundred and twelve") or both ("1.2 million"), up to 10^15.
/// What only looks like a count is no number here: years, times, ordinals, percentages, calibres, ages and money.
/// </summary>
internal static class NumberReader
{
    private const decimal Largest = 1_000_000_000_000_000m;

    public static Numeral? TryRead(Article article, int index)
    {
        var tokens = article.Tokens;
        if (index >= tokens.Length)
        {
            return null;
        }

        ref readonly var token = ref tokens[index];
        if (token.Kind == TokenKind.Number)
        {
            return NotACount.IsPlainNumber(article, index) ? WithScale(article, index) : null;
        }

        if (token.Is(WordClass.Number))
        {
            return ReadWords(article, index);
        }

        if (token.Is(WordClass.Article | WordClass.Determiner) && index + 1 < tokens.Length)
        {
            return ReadArticle(article, index);
        }

        return null;
    }

    /// <summary>"a hundred", "a dozen", "half a million", "a couple".</summary>
    private static Numeral? ReadArticle(Article article, int index)
    {
        var tokens = article.Tokens;
        if (tokens[index].Word.Text == "half")
        {
            var at = index + 1 < tokens.Length && tokens[index + 1].Is(WordClass.Article) ? index + 2 : index + 1;
            return at < tokens.Length && tokens[at].Is(WordClass.Scale) && tokens[at].Word.Value % 2 == 0
                ? new Numeral(index, at + 1, tokens[at].Word.Value / 2)
                : null;
        }

        if (tokens[index].Word.Text is not ("a" or "an"))
        {
            return null;
        }

        if (tokens[index + 1].Word.Text == "half" && index + 2 < tokens.Length && tokens[index + 2].Is(WordClass.Scale))
        {
            return new Numeral(index, index + 3, tokens[index + 2].Word.Value / 2);
        }

        if (tokens[index + 1].Word.Text is "couple" or "pair")
        {
            return new Numeral(index, index + 2, 2);
        }

        return tokens[index + 1].Is(WordClass.Scale) && ReadWords(article, index + 1) is { } numeral ? numeral with { First = index } : null;
    }

    private static Numeral? ReadWords(Article article, int first)
    {
        var tokens = article.Tokens;
        if (NotACount.FollowsHyphen(article, first) && first > 0 && !tokens[first - 1].SpaceBefore && tokens[first - 1].Kind == TokenKind.Punctuation)
        {
            return null;
        }

        decimal total = 0, group = 0;
        var end = first;
        for (var at = first; at < tokens.Length; at = Next(article, at))
        {
            ref readonly var token = ref tokens[at];
            if (token.Is(WordClass.Scale))
            {
                var scale = token.Word.Value;
                (total, group) = scale is 100 or 12 or 20
                    ? (total, Math.Max(group, 1) * scale)
                    : (total + (Math.Max(group, 1) * scale), 0);
            }
            else if (token.Kind == TokenKind.Word && token.Is(WordClass.Cardinal) && CanFollow(group, token.Word.Value, at == first))
            {
                group += token.Word.Value;
            }
            else
            {
                break;
            }

            end = at + 1;
        }

        end = AndAHalf(article, end, ref total, ref group);
        var value = total + group;
        return end == first || value > Largest || value != decimal.Truncate(value) || NotACount.IsUnit(article, end) ? null : new Numeral(first, end, (long)value);
    }

    /// <summary>"twenty" then "five"; "hundred" then anything below a hundred; never "five" then "six".</summary>
    private static bool CanFollow(decimal group, long value, bool isFirst) =>
        isFirst || group == 0 || (value < 10 && group % 100 >= 20 && group % 10 == 0) || (value < 100 && group >= 100 && group % 100 == 0);

    /// <summary>The next word of one number: over a hyphen, or over the "and" of "three hundred and twelve".</summary>
    private static int Next(Article article, int at)
    {
        var tokens = article.Tokens;
        var next = at + 1;
        if (next + 1 >= tokens.Length)
        {
            return next;
        }

        if (!tokens[next].SpaceBefore && CharacterClass.IsDash(article.Text[tokens[next].Start]) && !tokens[next + 1].SpaceBefore)
        {
            return next + 1;
        }

        return tokens[at].Is(WordClass.Scale) && tokens[at].Word.Value >= 100 && tokens[next].Word.Text == "and"
            && tokens[next + 1].Kind == TokenKind.Word && tokens[next + 1].Is(WordClass.Cardinal)
            ? next + 1
            : next;
    }

    /// <summary>"two and a half million", "one million and a half".</summary>
    private static int AndAHalf(Article article, int end, ref decimal total, ref decimal group)
    {
        var tokens = article.Tokens;
        if (end + 2 >= tokens.Length || tokens[end].Word.Text != "and" || tokens[end + 1].Word.Text != "a" || tokens[end + 2].Word.Text != "half")
        {
            return end;
        }

        if (end + 3 < tokens.Length && tokens[end + 3].Is(WordClass.Scale) && tokens[end + 3].Word.Value >= 1000)
        {
            total += (group + 0.5m) * tokens[end + 3].Word.Value;
            group = 0;
            return end + 4;
        }

        var scale = tokens[end - 1].Is(WordClass.Scale) ? tokens[end - 1].Word.Value : 0;
        total += scale / 2m;
        return scale > 0 ? end + 3 : end;
    }

    private static Numeral? WithScale(Article article, int index)
    {
        var tokens = article.Tokens;
        var digits = article.TextOf(tokens[index]);
        if (!TryParse(digits, out var value))
        {
            return null;
        }

        var end = index + 1;
        while (end < tokens.Length && tokens[end].Is(WordClass.Scale) && value < Largest)
        {
            value *= tokens[end].Word.Value;
            end++;
        }

        return value > Largest || value != decimal.Truncate(value) || NotACount.IsUnit(article, end) ? null : new Numeral(index, end, (long)value);
    }

    private static bool TryParse(ReadOnlySpan<char> digits, out decimal value)
    {
        value = 0;
        return digits.Length <= 20 && GroupsAreThousands(digits)
            && decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>"1,670" and "12.5" are one number each; "1,67" and "1.2.3" are none.</summary>
    private static bool GroupsAreThousands(ReadOnlySpan<char> digits)
    {
        var stop = digits.IndexOf('.');
        if (stop >= 0 && digits[(stop + 1)..].IndexOfAny('.', ',') >= 0)
        {
            return false;
        }

        var whole = stop >= 0 ? digits[..stop] : digits;
        for (var comma = whole.IndexOf(','); comma >= 0; comma = whole.IndexOf(','))
        {
            if (comma is 0 or > 3 || whole.Length - comma - 1 < 3 || (whole.Length - comma - 1) % 4 != 3)
            {
                return false;
            }

            whole = whole[(comma + 1)..];
        }

        return true;
    }
}
