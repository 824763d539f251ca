using System.Globalization;
using System.Text;

namespace CasualtyApi.Store.Search;

/// <summary>One word of a text, as every index and every query sees it.</summary>
/// <param name="Folded">Without case and accents; letters and digits only.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct SearchWord(string Folded, int Start, int End)
{
    /// <summary>Of a longer run only so much is indexed and looked for.</summary>
    private const int Longest = 64;

    /// <summary>
    /// Runs of letters and digits; a sign of Chinese or Japanese writing is a word by itself. Everything else parts words:
    /// "N’Djamena" is n, djamena, and "1,000" is 1, 000, however their signs are typed.
    /// </summary>
    public static IEnumerable<SearchWord> In(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            if (end > start && Plain(text[start..end]) is { Length: > 0 } folded) yield return new(folded, start, end);
            start = Math.Max(end, start + 1);
        }
    }

    private static int EndOf(string text, int start)
    {
        var end = start;
        while (end < text.Length && Rune.TryGetRuneAt(text, end, out var rune) && IsOfWord(rune, isFirst: end == start))
        {
            if (IsSign(rune)) return end == start ? end + rune.Utf16SequenceLength : end;
            end += rune.Utf16SequenceLength;
        }

        return end;
    }

    private static bool IsOfWord(Rune rune, bool isFirst) => (Rune.IsLetterOrDigit(rune) && !IsApostrophe(rune))
        || (!isFirst && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>Unicode has apostrophes that count as letters, from U+02B9 on.</summary>
    private static bool IsApostrophe(Rune rune) => rune.Value is >= 0x02B9 and <= 0x02C1;

    /// <summary>Han, Hiragana and Katakana are written without spaces.</summary>
    private static bool IsSign(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private static string Plain(string run)
    {
        if (run.Length > Longest) run = run[..(char.IsHighSurrogate(run[Longest - 1]) ? Longest - 1 : Longest)];
        if (Ascii.IsValid(run)) return run.ToLowerInvariant();
        return string.Concat(Folding.Fold(run).EnumerateRunes().Where(Rune.IsLetterOrDigit));
    }
}
