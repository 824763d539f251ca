using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Counts;

/// <summary>A phrase of a rule that stands behind a number: "or more", "-plus", "+".</summary>
/// <param name="Rule">What the words say.</param>
/// <param name="Mark">A hyphen or plus that touches the number, or none.</param>
/// <param name="Words">The words behind it.</param>
internal sealed record CountTail(CountRule Rule, char? Mark, Word[] Words)
{
    private static readonly CountRule Plus = new MoreThanRule();

    public static CountTail Of(CountRule rule, string phrase, LexiconBuilder builder)
    {
        var mark = phrase[0] is '-' or '+' ? phrase[0] : (char?)null;
        return new CountTail(rule, mark, [.. phrase.Split([' ', '-', '+'], StringSplitOptions.RemoveEmptyEntries).Select(word => builder.Entry(word))]);
    }

    /// <summary>The rule whose phrase stands at a token, and the token behind it.</summary>
    public static (CountRule Rule, int End)? At(Article article, int index)
    {
        var tokens = article.Tokens;
        if (index >= tokens.Length)
        {
            return null;
        }

        if (!tokens[index].SpaceBefore && article.IsMark(index, '+'))
        {
            return (Plus, index + 1);
        }

        var word = tokens[index].Kind == TokenKind.Punctuation && index + 1 < tokens.Length ? tokens[index + 1].Word : tokens[index].Word;
        foreach (var tail in word.CountTails ?? [])
        {
            if (tail.EndAt(article, index) is { } end)
            {
                return (tail.Rule, end);
            }
        }

        return null;
    }

    /// <summary>The token behind the phrase, if it stands at a token.</summary>
    private int? EndAt(Article article, int index)
    {
        var tokens = article.Tokens;
        if (Mark is { } mark)
        {
            if (index >= tokens.Length || tokens[index].SpaceBefore || !article.IsMark(index, mark))
            {
                return null;
            }

            index++;
        }

        foreach (var word in Words)
        {
            if (index >= tokens.Length || !ReferenceEquals(tokens[index].Word, word))
            {
                return null;
            }

            index++;
        }

        // "200 or greater than 190": the words begin another bound.
        return index < tokens.Length && tokens[index].Word.Text == "than" ? null : index;
    }
}
