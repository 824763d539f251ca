using System.Globalization;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>Reads a number in digits: "1,670", "1 200 000", "1.200.000", "12,34,567", "12.5", "10k", "1.2m people".</summary>
internal static class Digits
{
    private const int Longest = 24;
    private const int MostGroups = 5;

    public static (decimal Value, int End)? Read(Article article, int at)
    {
        if (Parse(article.TextOf(article.Tokens[at])) is not { } value)
        {
            return null;
        }

        return Spaced(article, at, value) ?? Lettered(article, at + 1, value) ?? (value, at + 1);
    }

    /// <summary>Digits without their separators; null where these part no thousands ("1,67", "1.2.3").</summary>
    private static decimal? Parse(ReadOnlySpan<char> digits)
    {
        var stop = digits.LastIndexOf('.');
        var separator = stop >= 0 && digits[..stop].Contains('.') ? '.' : ',';
        var whole = stop < 0 || separator == '.' ? digits : digits[..stop];
        if (digits.Length > Longest || !(AreThousands(whole, separator, others: 3) || AreThousands(whole, separator, others: 2))
            || digits[whole.Length..].Contains(','))
        {
            return null;
        }

        Span<char> bare = stackalloc char[Longest];
        var length = 0;
        foreach (var character in digits)
        {
            if (character != separator)
            {
                bare[length++] = character;
            }
        }

        return decimal.TryParse(bare[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>Groups of three; by Indian custom of two, all but the last ("12,34,567").</summary>
    private static bool AreThousands(ReadOnlySpan<char> whole, char separator, int others)
    {
        var width = 0;
        for (var at = whole.LastIndexOf(separator); at >= 0; at = whole.LastIndexOf(separator))
        {
            if (whole.Length - at - 1 != (width == 0 ? 3 : width))
            {
                return false;
            }

            whole = whole[..at];
            width = others;
        }

        return (width == 0 || whole.Length <= width) && !whole.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>"1 200 000": groups of three digits, one space of any width apart. A fourth digit anywhere makes them numbers of their own.</summary>
    private static (decimal Value, int End)? Spaced(Article article, int at, decimal value)
    {
        var tokens = article.Tokens;
        if (tokens[at].End - tokens[at].Start > 3 || value < 1 || value != decimal.Truncate(value))
        {
            return null;
        }

        var end = at + 1;
        for (; end < tokens.Length && end <= at + MostGroups && IsOneSpaceBehind(article, tokens, end); end++)
        {
            var group = article.TextOf(tokens[end]);
            var isLast = group.Length > 3 && group[3] == '.';
            if ((group.Length != 3 && !isLast) || group.Contains(',') || Parse(group) is not { } part)
            {
                return null;
            }

            value = (value * 1000) + part;
            if (isLast)
            {
                end++;
                break;
            }
        }

        return end > at + 1 ? (value, end) : null;
    }

    private static bool IsOneSpaceBehind(Article article, Tokens tokens, int index) =>
        tokens[index].Kind == TokenKind.Number && tokens[index].Start == tokens[index - 1].End + 1 && !tokens[index].Has(TokenFlags.LineBreakBefore) && !article.FollowsTab(index);

    /// <summary>"10k", "10 bln"; "1.2m people", where people follow: alone the letter may be metres.</summary>
    private static (decimal Value, int End)? Lettered(Article article, int at, decimal value)
    {
        var tokens = article.Tokens;
        if (at >= tokens.Length || tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        var letters = article.TextOf(tokens[at]);
        var factor = letters switch
        {
            "k" or "K" => 1_000m,
            "m" or "M" or "MM" or "mn" or "mln" or "mil" => 1_000_000m,
            "bn" or "bln" => 1_000_000_000m,
            "tn" or "tln" => 1_000_000_000_000m,
            _ => 0m,
        };
        var isPlain = letters.Length > 1 || (letters is not "m" && !tokens[at].SpaceBefore) || (at + 1 < tokens.Length && tokens[at + 1].Is(WordClass.PersonNoun | WordClass.Demonym));
        return factor > 0 && isPlain ? (value * factor, at + 1) : null;
    }
}
