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
            return quotation.Continues ? !QuotationEdges.IsBracketed(article, quotation) : StandsAlone(index, sentence, paragraphStart);
        }

        var before = quotation.Open - 1;
        var mark = article.Tokens[before].Kind == TokenKind.Punctuation ? article.Text[article.Tokens[before].Start] : '\0';
        return mark switch
        {
            ',' => BehindComma(index, sentence),
            ':' => Clauses.HasClause(article, quotation.First, quotation.End) || (QuotationEdges.EndsSentence(article, quotation) && !Clauses.IsTitle(article, quotation)),
            '-' or '–' or '—' or '―' or '…' or '.' => QuotationEdges.StartsCapital(article, quotation) && Clauses.HasClause(article, quotation.First, quotation.End),
            _ when article.Tokens[before].Kind == TokenKind.Quote => index > 0 && said[index - 1] && QuotationEdges.EndsInside(article, quotation),
            _ => BehindWord(quotation, before),
        };
    }

    /// <summary>At the beginning of a sentence: it is said if it ends itself, or a cue follows.</summary>
    private bool StandsAlone(int index, Sentence sentence, int paragraphStart)
    {
        var quotation = quotations[index];
        if (QuotationEdges.IsBracketed(article, quotation))
        {
            return false;
        }

        // “Here he comes,” she said. “The Big Man.”
        var goesOn = index > 0 && said[index - 1] && quotations[index - 1].After > paragraphStart;
        if (Clauses.IsTitle(article, quotation) && !goesOn && !QuotationEdges.CueFollows(article, quotation.After, 6))
        {
            return false;
        }

        if (QuotationEdges.EndsSentence(article, quotation) && quotation.After >= sentence.End)
        {
            return true;
        }

        if (QuotationEdges.EndsInside(article, quotation))
        {
            return !(QuotationEdges.LastMark(article, quotation) is '!' or '?' && QuotationEdges.GoesOn(article, quotation.After) && !QuotationEdges.CueFollows(article, quotation.After, 12));
        }

        if (quotation.After >= article.Tokens.Length || quotation.After >= sentence.End || !quotation.IsClosed)
        {
            return Clauses.HasClause(article, quotation.First, quotation.End) || !quotation.IsClosed;
        }

        ref readonly var after = ref article.Tokens[quotation.After];
        return after.Kind == TokenKind.Punctuation
            ? article.Text[after.Start] is ',' or '-' or '–' or '—' or '―' ? QuotationEdges.CueFollows(article, quotation.After + 1, 8) : Clauses.HasClause(article, quotation.First, quotation.End)
            : QuotationEdges.CueFollows(article, quotation.After, 3) && Clauses.HasClause(article, quotation.First, quotation.End);
    }

    /// <summary>“…,” he said, “…” and: he said, “…”; but: his book, “The Sea,” sold well.</summary>
    private bool BehindComma(int index, Sentence sentence)
    {
        var quotation = quotations[index];
        if (Clauses.IsTitle(article, quotation))
        {
            return false;
        }

        var split = index > 0 && said[index - 1] && quotations[index - 1].After > sentence.First;
        if (!split && QuotationEdges.ThatBetween(article, sentence.First, quotation.Open))
        {
            return false;
        }

        var cued = split || QuotationEdges.CueBetween(article, sentence.First, quotation.Open);
        if (cued && QuotationEdges.EndsInside(article, quotation) && (QuotationEdges.StartsCapital(article, quotation) || split))
        {
            return true;
        }

        return Clauses.HasClause(article, quotation.First, quotation.End)
            && (cued || (QuotationEdges.StartsCapital(article, quotation) && QuotationEdges.EndsInside(article, quotation)) || QuotationEdges.CueFollows(article, quotation.After, 4));
    }

    /// <summary>"denied that “anyone in the town was hurt”" are no words of his; "so that" opens a purpose.</summary>
    private bool IsDeniedOrSo(int before) => before >= 0 && (article.Tokens[before].Word.Text == "so" || article.Tokens[before].Word.Reporting is { Class: "deny" });

    /// <summary>Said “We will go”; that “we will go”; but: called it “a shame that we go”.</summary>
    private bool BehindWord(Quotation quotation, int before)
    {
        ref readonly var word = ref article.Tokens[before];
        if (word.Is(WordClass.ReportingVerb) && !word.Is(WordClass.VerbParticiple & ~WordClass.VerbPast) && QuotationEdges.StartsCapital(article, quotation) && QuotationEdges.EndsSentence(article, quotation) && !Clauses.IsTitle(article, quotation))
        {
            return true;
        }

        return (word.Is(WordClass.ReportingVerb) || word.Word.Text == "that")
            && (QuotationEdges.StartsCapital(article, quotation) || word.Word.Text == "that") && Clauses.BeginsClause(article, quotation.First, quotation.End, isOpened: word.Word.Text == "that" && !Clauses.IsTitle(article, quotation) && !IsDeniedOrSo(before - 1))
            && (QuotationEdges.EndsInside(article, quotation) || quotation.After >= article.Tokens.Length || article.Tokens[quotation.After].Kind == TokenKind.Punctuation);
    }
}
