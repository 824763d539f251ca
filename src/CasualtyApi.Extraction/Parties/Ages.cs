using System.Globalization;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Parties;

/// <summary>Who is a child by the age that stands with him: "a 15-year-old", "her two-month-old son", "two brothers aged 9 and 12".</summary>
internal static class Ages
{
    private const long Grown = 18;

    public static bool IsChild(Article article, NounPhrase phrase) => IsWithin(article, phrase) || IsBehind(article, phrase.End);

    /// <summary>"15-year-old", "six-week-old", before the noun or as the whole of it.</summary>
    private static bool IsWithin(Article article, NounPhrase phrase)
    {
        for (var at = phrase.First; at + 2 < phrase.End; at++)
        {
            if (!article.Tokens[at + 1].SpaceBefore && CharacterClass.IsDash(article.Text[article.Tokens[at + 1].Start]) && Value(article, at) is { } age)
            {
                ref readonly var unit = ref article.Tokens[at + 2];
                return unit.Word.Text.StartsWith("year", StringComparison.Ordinal) ? age < Grown : unit.Is(WordClass.TimeUnit) || unit.Word.NotPeople == "time";
            }
        }

        for (var at = phrase.First; at < phrase.End; at++)
        {
            // "seven-year-old" as one word of the vocabulary: each that it holds is a child's.
            if (article.Tokens[at].Word is { AdjectiveKind: "age" } word && word.Text.Contains(' ', StringComparison.Ordinal) && word.Text.Contains("year", StringComparison.Ordinal) && !word.Text.StartsWith("year", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static long? Value(Article article, int index) =>
        article.Tokens[index].Kind == TokenKind.Number ? long.TryParse(article.TextOf(article.Tokens[index]), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null
        : article.Tokens[index].Is(WordClass.Cardinal) ? article.Tokens[index].Word.Value
        : null;

    /// <summary>", aged 9 and 12"; of several ages each is a child's.</summary>
    private static bool IsBehind(Article article, int end)
    {
        var tokens = article.Tokens;
        var at = end < tokens.Length && article.IsMark(end, ',') ? end + 1 : end;
        if (at + 1 >= tokens.Length || tokens[at].Word.Text != "aged")
        {
            return false;
        }

        var isChild = false;
        for (at++; at < tokens.Length && Value(article, at) is { } age; at += 2)
        {
            if (age >= Grown)
            {
                return false;
            }

            isChild = true;
            if (at + 1 >= tokens.Length || !(tokens[at + 1].Word.Text is "and" or "to" || article.IsMark(at + 1, ',')))
            {
                break;
            }
        }

        return isChild;
    }
}
