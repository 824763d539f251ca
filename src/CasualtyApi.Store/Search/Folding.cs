using System.Globalization;
using System.Text;

namespace CasualtyApi.Store.Search;

/// <summary>
/// Words without case and accents, and with single spaces: "Zelenskýy" is "zelenskyy". Folded here and kept in columns,
/// so that every database compares the same bytes.
/// </summary>
public static class Folding
{
    /// <param name="words">Well-formed UTF-16.</param>
    public static string Fold(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var character in WithoutNoncharacters(words).Replace('´', '\'').Normalize(NormalizationForm.FormKD))
        {
            if (char.IsWhiteSpace(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                Append(folded, char.ToLowerInvariant(character));
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    // U+FFFE and U+FFFF are no characters: a name may hold them, normalisation refuses the first.
    private static string WithoutNoncharacters(string words) =>
        words.AsSpan().ContainsAnyInRange('\uFFFE', '\uFFFF')
            ? words.Replace("\uFFFE", "", StringComparison.Ordinal).Replace("\uFFFF", "", StringComparison.Ordinal)
            : words;

    // Letters that have no decomposition, but are typed without their stroke.
    private static void Append(StringBuilder folded, char letter) => _ = letter switch
    {
        'ß' => folded.Append("ss"),
        'æ' => folded.Append("ae"),
        'œ' => folded.Append("oe"),
        'ø' => folded.Append('o'),
        'đ' or 'ð' => folded.Append('d'),
        'ł' => folded.Append('l'),
        'ħ' => folded.Append('h'),
        'ı' => folded.Append('i'),
        'þ' => folded.Append("th"),
        '’' or '‘' or '‛' or 'ʼ' or 'ʻ' or 'ʹ' or '′' or '`' => folded.Append('\''),
        _ => folded.Append(letter),
    };
}
