namespace CasualtyApi.Extraction.Text;

/// <summary>How a word is written: its capitals, and the folded spelling the vocabulary knows it by.</summary>
internal static class Spelling
{
    /// <summary>Whether the word is capitalised, or all in capitals.</summary>
    public static TokenFlags Shape(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]))
        {
            return TokenFlags.None;
        }

        var letters = 0;
        foreach (var character in word)
        {
            if (char.IsLower(character))
            {
                return TokenFlags.Capitalized;
            }

            letters += char.IsLetter(character) ? 1 : 0;
        }

        return letters > 1 ? TokenFlags.Capitalized | TokenFlags.AllCapitals : TokenFlags.Capitalized;
    }

    /// <summary>
    /// The length of the word that a text begins with, if it is made of plain letters and ends on something plain, which nearly every word
    /// does: then it is folded and its capitals are told in one walk. −1 where what stands behind it wants a closer look.
    /// </summary>
    /// <param name="text">The text from the word on.</param>
    /// <param name="folded">Where the folded word is written.</param>
    /// <param name="shape">Its capitals.</param>
    /// <param name="key">What the vocabulary knows it by, if it is short: <see cref="Vocabulary.WordTable.With"/>.</param>
    public static int ReadPlain(ReadOnlySpan<char> text, System.Span<char> folded, out TokenFlags shape, out ulong key)
    {
        shape = TokenFlags.None;
        key = 0;
        var (length, capitals) = (0, 0);
        while (length < text.Length && length < folded.Length)
        {
            uint letter = text[length];
            var small = letter | 0x20;
            if (unchecked(small - 'a') > 'z' - 'a') break;
            capitals += letter != small ? 1 : 0;
            folded[length] = (char)small;
            key = Vocabulary.WordTable.With(key, small);
            length++;
        }

        if (length == folded.Length || length == 0
            || (length < text.Length && (text[length] > 127 || text[length] is '\'' or '&' || char.IsAsciiDigit(text[length]) || (text[length] == '.' && length == 1))))
        {
            return -1;
        }

        if (char.IsAsciiLetterUpper(text[0]))
        {
            shape = capitals == length && length > 1 ? TokenFlags.Capitalized | TokenFlags.AllCapitals : TokenFlags.Capitalized;
        }

        return length;
    }

    /// <summary>A folded word with a full stop behind it, as abbreviations stand in the vocabulary.</summary>
    public static System.Span<char> WithFullStop(System.Span<char> folded, int length)
    {
        if (length >= folded.Length)
        {
            return folded[..length];
        }

        folded[length] = '.';
        return folded[..(length + 1)];
    }

    /// <summary>The folded length, or −1 for a word longer than any in the vocabulary.</summary>
    public static int FoldInto(ReadOnlySpan<char> word, System.Span<char> folded)
    {
        var length = 0;
        foreach (var character in word)
        {
            if (character == CharacterClass.SoftHyphen)
            {
                continue;
            }

            if (length == folded.Length)
            {
                return -1;
            }

            folded[length++] = CharacterClass.Fold(character);
        }

        return length;
    }
}
