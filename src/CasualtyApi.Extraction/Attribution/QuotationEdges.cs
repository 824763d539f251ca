using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>What is asked of a quotation and the words around it to tell whether somebody says it.</summary>
internal static class QuotationEdges
{
    /// <summary>"(Applause.)" and a turn of a transcript, "SMITH: We lost", that stand behind the mark of a block.</summary>
    public static bool IsBracketed(Article article, Quotation quotation) =>
        (article.Text[article.Tokens[quotation.First].Start] is '(' or '[' && (IsClosing(article, quotation.End - 1) || IsClosing(article, quotation.End - 2)))
        || (quotation.First + 1 < quotation.End && article.IsMark(quotation.First + 1, ':') && article.Tokens[quotation.First].Has(TokenFlags.AllCapitals));

    public static bool IsClosing(Article article, int token) => article.Text[article.Tokens[token].Start] is ')' or ']';

    public static bool StartsCapital(Article article, Quotation quotation) =>
        article.Tokens[quotation.First].Capitalized || article.Tokens[quotation.First].Kind == TokenKind.Number
        || article.IsMark(quotation.First, '…') || article.IsMark(quotation.First, '.');

    public static char LastMark(Article article, Quotation quotation)
    {
        ref readonly var last = ref article.Tokens[quotation.End - 1];
        if (last.Kind == TokenKind.Quote && quotation.End - 1 > quotation.First)
        {
            // “… ‘at once.’” ends on the inner mark.
            last = ref article.Tokens[quotation.End - 2];
        }

        return article.Text[last.End - 1];
    }

    public static bool EndsSentence(Article article, Quotation quotation) => LastMark(article, quotation) is '.' or '!' or '?' or '…' or '—' or '–' or '-';

    public static bool EndsInside(Article article, Quotation quotation) => LastMark(article, quotation) is ',' || EndsSentence(article, quotation);

    public static bool GoesOn(Article article, int after) => after < article.Tokens.Length && article.Tokens[after].Kind == TokenKind.Word && !article.Tokens[after].Capitalized;

    public static bool CueFollows(Article article, int from, int farthest) => CueBetween(article, from, Math.Min(from + farthest, article.Tokens.Length));

    /// <summary>"said that on Monday, “we left”": the clause had begun before the mark. “said that, “We left.”” begins there.</summary>
    public static bool ThatBetween(Article article, int first, int open)
    {
        for (var at = open - 2; at >= first && at > open - 40 && !article.Tokens[at].Is(WordClass.ReportingVerb); at--)
        {
            if (article.Tokens[at].Word.Text == "that")
            {
                return at < open - 2;
            }
        }

        return false;
    }

    public static bool CueBetween(Article article, int first, int end)
    {
        for (var at = end - 1; at >= first && at > end - 40; at--)
        {
            if (article.Tokens[at].Is(WordClass.ReportingVerb | WordClass.ReportingPreposition))
            {
                return true;
            }
        }

        return false;
    }
}
