using System.Globalization;

namespace CasualtyApi.Extraction.Text;

/// <summary>The few questions the tokenizer asks of a character.</summary>
internal static class CharacterClass
{
    public const char SoftHyphen = '\u00AD';

    public static bool IsApostrophe(char character) => character is '\'' or '’' or 'ʼ';

    public static bool IsQuote(char character) =>
        character is '"' or '\'' or '“' or '”' or '„' or '‟' or '«' or '»' or '‘' or '’' or '‚' or '‹' or '›' or '`'
        or '「' or '」' or '『' or '』' or '《' or '》' or '＂';

    public static bool IsCurrency(char character) => character is '$' or '€' or '£' or '¥' or '₹' or '₴' or '₽' or '₪';

    public static bool IsDash(char character) => character is '-' or '\u2010' or '\u2011';

    /// <summary>Letters and the marks that combine with them, astral ones by their surrogates.</summary>
    public static bool IsWordPart(char character)
    {
        if (character < 128)
        {
            return char.IsAsciiLetter(character);
        }

        return character == SoftHyphen || char.IsLetter(character) || char.IsSurrogate(character)
            || CharUnicodeInfo.GetUnicodeCategory(character)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
    }

    /// <summary>Lower case, with typographic variants of one letter made equal. Soft hyphens are left to the caller.</summary>
    public static char Fold(char character)
    {
        if (character < 128)
        {
            return char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
        }

        return IsApostrophe(character) ? '\'' : char.ToLowerInvariant(character);
    }

    /// <summary>A word with every character folded.</summary>
    public static string Folded(ReadOnlySpan<char> word) => string.Create(word.Length, word, static (folded, written) =>
    {
        for (var at = 0; at < written.Length; at++)
        {
            folded[at] = Fold(written[at]);
        }
    });
}
