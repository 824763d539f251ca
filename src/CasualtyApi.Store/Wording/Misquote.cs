using System.Globalization;
using System.Text;

namespace CasualtyApi.Store.Wording;

/// <summary>
/// Words that are not a text's at their span, told so that whoever sent them can mend them: what does stand there, where they do
/// stand, or which character is the first that differs.
/// </summary>
public static class Misquote
{
    private const int Shown = 200;
    private const int Named = 5;

    /// <param name="text">The document's.</param>
    /// <param name="start">In code points.</param>
    /// <param name="end">Exclusive.</param>
    /// <param name="words">What is said to stand there.</param>
    /// <param name="mayShow">Whether the document's words may be shown.</param>
    /// <returns>Null where they stand there.</returns>
    public static string? Of(CodePointText text, int start, int end, string words, bool mayShow)
    {
        if (text.At(start, end) is not { } there) return $"lies outside the document, which has {text.Length} characters; counted are Unicode code points.";
        if (there == words) return null;
        if (!mayShow) return $"is not what stands at characters {start}–{end}.";
        var found = text.Find(words).Take(Named).Select(span => $"{span.Start}–{span.End}").ToList();
        return $"is not what stands at characters {start}–{end}. There stands “{Cut(there)}”. "
            + (found.Count > 0 ? $"What was sent stands at {string.Join(", ", found)}." : Difference(there, words));
    }

    private static string Difference(string there, string words)
    {
        var (runes, others) = (there.EnumerateRunes().ToList(), words.EnumerateRunes().ToList());
        var at = runes.Zip(others).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == runes.Count ? $"What was sent goes on after that: with {Name(others[at])}."
            : at == others.Count ? $"What was sent ends before that, where the document goes on with {Name(runes[at])}."
            : $"They differ first at character {at + 1}: {Name(others[at])} was sent, and {Name(runes[at])} stands there.";
    }

    private static string Name(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"'{rune}' (U+{rune.Value:X4})");

    private static string Cut(string words)
    {
        var text = new CodePointText(words);
        return text.Length <= Shown ? words : text.Around(0, Shown) + "…";
    }
}
