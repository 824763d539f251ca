using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Whether words are a clause, asked of the bare words of a quotation.</summary>
internal static class Clauses
{
    private const WordClass Finite = WordClass.VerbPast | WordClass.VerbS | WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Do;
    private const int Farthest = 60;

    /// <summary>A subject and behind it a verb, anywhere in the first words; or a command.</summary>
    public static bool HasClause(Article article, int first, int end)
    {
        var tokens = article.Tokens;
        var nominal = false;
        for (var at = first; at < Math.Min(end, first + Farthest); at++)
        {
            ref readonly var token = ref tokens[at];
            if (nominal && IsFinite(token))
            {
                return true;
            }

            nominal |= token.Kind == TokenKind.Word && !token.Is(WordClass.Preposition | WordClass.Coordinator | WordClass.Adverb) && !token.Is(WordClass.Article);
        }

        return end - first > 2 && IsCommand(tokens[first]);
    }

    /// <summary>The first words are a subject and its verb: "we will go", "this is war"; not "a place where we go".</summary>
    /// <param name="article">The article.</param>
    /// <param name="first">The first word.</param>
    /// <param name="end">The token behind the last.</param>
    /// <param name="isOpened">Behind "that" the subject may go on behind a preposition: "the flow of data is what kills us".</param>
    public static bool BeginsClause(Article article, int first, int end, bool isOpened = false)
    {
        var tokens = article.Tokens;
        for (var at = first; at < Math.Min(end, first + 12); at++)
        {
            ref readonly var token = ref tokens[at];
            if (token.Is(isOpened ? WordClass.Relative : WordClass.Relative | WordClass.Preposition) && !token.Is(WordClass.Determiner) && at > first)
            {
                return false;
            }

            if (at > first && IsFinite(token))
            {
                return true;
            }
        }

        return IsCommand(tokens[first]) && end - first > 2;
    }

    /// <summary>"The Old Man and the Sea": all words that matter begin with a capital.</summary>
    public static bool IsTitle(Article article, Quotation quotation)
    {
        if (article.IsUpperCase)
        {
            return false;
        }

        var capitals = 0;
        for (var at = quotation.First; at < quotation.End; at++)
        {
            ref readonly var token = ref article.Tokens[at];
            if (token.Kind == TokenKind.Word && !token.Capitalized && (!token.Is(WordClass.Article | WordClass.Preposition | WordClass.Coordinator) || token.End - token.Start > 4))
            {
                return false;
            }

            capitals += token.Capitalized ? 1 : 0;
        }

        return capitals > 1;
    }

    private static bool IsFinite(in Token token) =>
        token.Is(Finite) || (token.Is(WordClass.VerbBase) && !token.Is(WordClass.Noun | WordClass.Adjective | WordClass.PersonNoun | WordClass.Function));

    private static bool IsCommand(in Token token) => token.Is(WordClass.VerbBase) || token.Word.Text is "let" or "don't" or "do";
}
