using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Cuts an article into passages, and leaves out the sentences that hold neither a quotation nor a word that can report, but for those of a transcript:
/// only the others are cut into chunks here.
/// </summary>
internal sealed class PassageReader(ParsedArticle parsed, IReadOnlyList<Quotation> quotations, Utterances utterances, bool isTranscript)
{
    private const WordClass Reports = WordClass.ReportingVerb | WordClass.ReportingNoun | WordClass.ReportingAdjective | WordClass.ReportingPreposition;

    private readonly Article article = parsed.Article;

    private int next;

    /// <summary>The passages in their order, each cut when it is asked for: none of them need live longer than it is read.</summary>
    public IEnumerable<Passage> Read()
    {
        for (var sentence = 0; sentence < article.Sentences.Length;)
        {
            var firstQuotation = next;
            var end = EndOf(sentence);
            if (isTranscript || next > firstQuotation || Concerns(article.Sentences[sentence]))
            {
                yield return Cut(sentence, end, firstQuotation);
            }

            sentence = end;
        }
    }

    private bool Concerns(Sentence sentence)
    {
        if (sentence.Holds(Reports))
        {
            return true;
        }

        foreach (ref readonly var token in article.Tokens.AsSpan(sentence.First, sentence.End - sentence.First))
        {
            if (token.Kind == TokenKind.Punctuation && (article.Text[token.Start] is ':' or '—' or '–' || (article.Text[token.Start] == '-' && token.SpaceBefore)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sentence behind a passage: one that no quotation that is said runs over into.</summary>
    private int EndOf(int sentence)
    {
        var end = sentence + 1;
        while (next < quotations.Count && quotations[next].Open < article.Sentences[end - 1].End)
        {
            if (utterances.IsSaid(next))
            {
                while (end < article.Sentences.Length && article.Sentences[end].First < quotations[next].After)
                {
                    end++;
                }
            }

            next++;
        }

        return end;
    }

    private Passage Cut(int sentence, int end, int firstQuotation)
    {
        if (end == sentence + 1 && !parsed.ChunksOf(sentence).Exists(chunk => chunk.Kind == ChunkKind.Quote))
        {
            return new Passage(article, sentence, end, parsed.ChunksOf(sentence), -1);
        }

        var units = new List<Chunk>();
        var quotation = firstQuotation;
        var lastFragment = -1;
        for (var index = sentence; index < end; index++)
        {
            if (units.Count > 0 && units[^1].End >= article.Sentences[index].End)
            {
                continue;
            }

            foreach (var chunk in parsed.ChunksOf(index))
            {
                if (units.Count > 0 && chunk.First < units[^1].End)
                {
                    continue;
                }

                while (quotation < next && quotations[quotation].Open < chunk.First)
                {
                    quotation++;
                }

                if (chunk.Kind != ChunkKind.Quote)
                {
                    units.Add(chunk);
                }
                else if (quotation < next && quotations[quotation].Open == chunk.First)
                {
                    if (utterances.IsSaid(quotation))
                    {
                        units.Add(new SaidQuotation(chunk.First, quotations[quotation].After, quotation));
                    }
                    else
                    {
                        lastFragment = chunk.First;
                    }
                }
            }
        }

        return new Passage(article, sentence, end, units, lastFragment);
    }
}
