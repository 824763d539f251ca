using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"LIMA, 20 MAY (EFE) -- …", "VELM, 12 March 2025 - …": where and when the report was written, before its first dash.</summary>
internal static class Dateline
{
    /// <summary>How many sentences may stand before it: a headline, a line that says whose report it is.</summary>
    private const int Last = 2;

    private const int Longest = 24;

    /// <summary>The day that the report says it was written; null where it says none.</summary>
    public static DateOnly? Day(Article article, DateOnly? published)
    {
        for (var index = 0; index <= Last && index < article.Sentences.Length; index++)
        {
            var sentence = article.Sentences[index];
            var end = End(article, sentence);
            for (var at = sentence.First; at < end; at++)
            {
                if (DateReader.TryRead(article, at, published) is { } date && date.End > at + 1)
                {
                    return DateReader.InShortYear(article, date) ?? (date.From == date.To ? date.From : null);
                }
            }
        }

        return null;
    }

    /// <summary>Behind the dash that ends a sentence's dateline; the sentence's beginning where it has none.</summary>
    public static int End(Article article, Sentence sentence)
    {
        if (sentence.Paragraph > Last || !BeginsParagraph(article, sentence) || article.Tokens[sentence.First] is not { Kind: TokenKind.Word, Capitalized: true } first || first.Is(WordClass.Month | WordClass.Weekday))
        {
            return sentence.First;
        }

        for (var index = sentence.First; index < Math.Min(sentence.End, sentence.First + Longest); index++)
        {
            if (article.Text[article.Tokens[index].Start] is '—' or '–' || IsHyphens(article, sentence, index))
            {
                return index + 1;
            }

            if (article.Tokens[index] is { Kind: TokenKind.Word, Capitalized: false } word && word.End - word.Start > 3)
            {
                // Places, days and agencies have capitals; "killed 60 this year — a record" tells already.
                break;
            }
        }

        return sentence.First;
    }

    private static bool BeginsParagraph(Article article, Sentence sentence) =>
        sentence.First == 0 || article.Tokens[sentence.First].Has(TokenFlags.LineBreakBefore | TokenFlags.BlankLineBefore);

    /// <summary>"--", or a hyphen that stands alone.</summary>
    private static bool IsHyphens(Article article, Sentence sentence, int index) =>
        article.IsMark(index, '-') && index + 1 < sentence.End && (article.IsMark(index + 1, '-') || (article.Tokens[index].SpaceBefore && article.Tokens[index + 1].SpaceBefore));
}
