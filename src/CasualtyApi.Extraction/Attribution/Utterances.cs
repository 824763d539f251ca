using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Tells a quotation that somebody says from a word in quotation marks: a scare quote, a title, a slogan or a fragment
/// ("more than 1,000") belongs to the sentence around it.
/// </summary>
internal sealed class Utterances
{
    private readonly Article article;
    private readonly IReadOnlyList<Quotation> quotations;
    private readonly bool[] said;

    public Utterances(Article article, IReadOnlyList<Quotation> quotations)
    {
        this.article = article;
        this.quotations = quotations;
        said = new bool[quotations.Count];
        var (sentence, paragraphStart) = (0, 0);
        for (var index = 0; index < quotations.Count; index++)
        {
            while (article.Sentences[sentence].End <= quotations[index].Open)
            {
                sentence++;
                paragraphStart = article.Sentences[sentence].Paragraph == article.Sentences[sentence - 1].Paragraph ? paragraphStart : article.Sentences[sentence].First;
            }

            said[index] = Judge(index, article.Sentences[sentence], paragraphStart);
        }
    }

    public bool IsSaid(int quotation) => said[quotation];

    private bool Judge(int index, Sentence sentence, int paragraphStart)
    {
        var quotation = quotations[index];
        if (quotation.Parent >= 0 && said[quotation.Parent])
        {
            return false;
        }

        if (quotation.Continues || quotation.Open == sentence.First)
        {
            return quotation.Continues ? !IsBracketed(quotation) : StandsAlone(index, sentence, paragraphStart);
        }

        var before = quotation.Open - 1;
        var mark = article.Tokens[before].Kind == TokenKind.Punctuation ? article.Text[article.Tokens[before].Start] : '\0';
        return mark switch
        {
            ',' => BehindComma(index, sentence),
            ':' => Clauses.HasClause(article, quotation.First, quotation.End) || (EndsSentence(quotation) && !Clauses.IsTitle(article, quotation)),
            '-' or '–' or '—' or '―' or '…' or '.' => StartsCapital(quotation) && Clauses.HasClause(article, quotation.First, quotation.End),
            _ when article.Tokens[before].Kind == TokenKind.Quote => index > 0 && said[index - 1] && EndsInside(quotation),
            _ => BehindWord(quotation, before),
        };
    }

    /// <summary>At the beginning of a sentence: it is said if it ends itself, or a cue follows.</summary>
    private bool StandsAlone(int index, Sentence sentence, int paragraphStart)
    {
        var quotation = quotations[index];
        if (IsBracketed(quotation))
        {
            return false;
        }


        // “Here he comes,” she said. “The Big Man.”
        var goesOn = index > 0 && said[index - 1] && quotations[index - 1].After > paragraphStart;
        if (Clauses.IsTitle(article, quotation) && !goesOn && !CueFollows(quotation.After, 6))
        {
            return false;
        }

        if (EndsSentence(quotation) && quotation.After >= sentence.End)
        {
            return true;
        }

        if (EndsInside(quotation))
        {
            return !(LastMark(quotation) is '!' or '?' && GoesOn(quotation.After) && !CueFollows(quotation.After, 12));
        }

        if (quotation.After >= article.Tokens.Length || quotation.After >= sentence.End || !quotation.IsClosed)
        {
            return Clauses.HasClause(article, quotation.First, quotation.End) || !quotation.IsClosed;
        }

        ref readonly var after = ref article.Tokens[quotation.After];
        return after.Kind == TokenKind.Punctuation
            ? article.Text[after.Start] is ',' or '-' or '–' or '—' or '―' ? CueFollows(quotation.After + 1, 8) : Clauses.HasClause(article, quotation.First, quotation.End)
            : CueFollows(quotation.After, 3) && Clauses.HasClause(article, quotation.First, quotation.End);
    }

    /// <summary>“…,” he said, “…” and: he said, “…”; but: his book, “The Sea,” sold well.</summary>
    private bool BehindComma(int index, Sentence sentence)
    {
        var quotation = quotations[index];
        if (Clauses.IsTitle(article, quotation))
        {
            return false;
        }

        var split = index > 0 && said[index - 1] && quotations[index - 1].Open >= sentence.First;
        if (!split && ThatBetween(sentence.First, quotation.Open))
        {
            return false;
        }

        var cued = split || CueBetween(sentence.First, quotation.Open);
        if (cued && EndsInside(quotation) && (StartsCapital(quotation) || split))
        {
            return true;
        }

        return Clauses.HasClause(article, quotation.First, quotation.End)
            && (cued || (StartsCapital(quotation) && EndsInside(quotation)) || CueFollows(quotation.After, 4));
    }

    /// <summary>Said “We will go”; that “we will go”; but: called it “a shame that we go”.</summary>
    private bool BehindWord(Quotation quotation, int before)
    {
        ref readonly var word = ref article.Tokens[before];
        if (word.Is(WordClass.ReportingVerb) && !word.Is(WordClass.VerbParticiple & ~WordClass.VerbPast) && StartsCapital(quotation) && EndsSentence(quotation) && !Clauses.IsTitle(article, quotation))
        {
            return true;
        }

        return (word.Is(WordClass.ReportingVerb) || word.Word.Text == "that")
            && (StartsCapital(quotation) || word.Word.Text == "that") && Clauses.BeginsClause(article, quotation.First, quotation.End)
            && (EndsInside(quotation) || quotation.After >= article.Tokens.Length || article.Tokens[quotation.After].Kind == TokenKind.Punctuation);
    }

    /// <summary>"(Applause.)" and a turn of a transcript, "SMITH: We lost", that stand behind the mark of a block.</summary>
    private bool IsBracketed(Quotation quotation) =>
        (article.Text[article.Tokens[quotation.First].Start] is '(' or '[' && (IsClosing(quotation.End - 1) || IsClosing(quotation.End - 2)))
        || (quotation.First + 1 < quotation.End && article.IsMark(quotation.First + 1, ':') && article.Tokens[quotation.First].Has(TokenFlags.AllCapitals));

    private bool IsClosing(int token) => article.Text[article.Tokens[token].Start] is ')' or ']';

    private bool StartsCapital(Quotation quotation) =>
        article.Tokens[quotation.First].Capitalized || article.Tokens[quotation.First].Kind == TokenKind.Number
        || article.IsMark(quotation.First, '…') || article.IsMark(quotation.First, '.');

    private char LastMark(Quotation quotation)
    {
        ref readonly var last = ref article.Tokens[quotation.End - 1];
        if (last.Kind == TokenKind.Quote && quotation.End - 1 > quotation.First)
        {
            // “… ‘at once.’” ends on the inner mark.
            last = ref article.Tokens[quotation.End - 2];
        }

        return article.Text[last.End - 1];
    }

    private bool EndsSentence(Quotation quotation) => LastMark(quotation) is '.' or '!' or '?' or '…' or '—' or '–' or '-';

    private bool EndsInside(Quotation quotation) => LastMark(quotation) is ',' || EndsSentence(quotation);

    private bool GoesOn(int after) => after < article.Tokens.Length && article.Tokens[after].Kind == TokenKind.Word && !article.Tokens[after].Capitalized;

    private bool CueFollows(int from, int farthest) => CueBetween(from, Math.Min(from + farthest, article.Tokens.Length));

    /// <summary>"said that on Monday, “we left”": the clause had begun before the mark. “said that, “We left.”” begins there.</summary>
    private bool ThatBetween(int first, int open)
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

    private bool CueBetween(int first, int end)
    {
        for (var at = end - 1; at >= first && at > end - 40; at--)
        {
            if (article.Tokens[at].Is(WordClass.ReportingVerb) || article.Tokens[at].Word.Text == "according")
            {
                return true;
            }
        }

        return false;
    }
}
