namespace CasualtyApi.Extraction.Text;

/// <summary>How far a word reaches.</summary>
internal static class WordExtent
{
    /// <summary>Behind the last character of the word that begins at a start.</summary>
    public static int End(string text, int start) => WithFullStops(text, start, WithDigits(text, start, OfLetters(text, start)));

    /// <summary>Capitals with digits right behind them are one name: "M23", "H5N1".</summary>
    private static int WithDigits(string text, int start, int end)
    {
        if (end >= text.Length || !char.IsAsciiDigit(text[end]) || end - start > 4)
        {
            return end;
        }

        for (var at = start; at < end; at++)
        {
            if (!char.IsAsciiLetterUpper(text[at]))
            {
                return end;
            }
        }

        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The end of the letters from a start, apostrophes inside words included ("didn't", "O'Brien", but not "Kirby's").</summary>
    private static int OfLetters(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            if (CharacterClass.IsWordPart(text[end]))
            {
                end++;
            }
            else if (CharacterClass.IsApostrophe(text[end]) && end + 1 < text.Length && CharacterClass.IsWordPart(text[end + 1])
                && !(text[end + 1] is 's' or 'S' && (end + 2 >= text.Length || !CharacterClass.IsWordPart(text[end + 2]))))
            {
                end++;
            }
            else if (IsNameOfCapitals(text, start, end))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>"AT&amp;T", "PG&amp;E", "S&amp;P": few capitals joined by the sign are one name.</summary>
    private static bool IsNameOfCapitals(string text, int start, int end) =>
        text[end] == '&' && end - start is 1 or 2 && end + 1 < text.Length && char.IsAsciiLetterUpper(text[end - 1]) && char.IsAsciiLetterUpper(text[end + 1]);

    /// <summary>Single letters with full stops between and behind them are one word: "U.S.", "J. F." stays two.</summary>
    private static int WithFullStops(string text, int start, int end)
    {
        if (end != start + 1)
        {
            return end;
        }

        var letters = 1;
        var at = end;
        while (at + 1 < text.Length && text[at] == '.' && char.IsLetter(text[at + 1])
            && (at + 2 >= text.Length || !CharacterClass.IsWordPart(text[at + 2])))
        {
            at += 2;
            letters++;
        }

        // "he wrote on X. He": what is said there is the network, and no initial.
        var stopped = at < text.Length && text[at] == '.' && !(text[start] == 'X' && text.AsSpan(0, start).EndsWith(" on "));
        return letters > 1 || (stopped && char.IsUpper(text[start]) && text[start] != 'I') ? (stopped ? at + 1 : at) : end;
    }
}
