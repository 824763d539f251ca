using CasualtyApi.Extraction.Attribution.Sources;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Finds every quotation and every attribution of an article, and who speaks them.</summary>
internal static class StatementFinder
{
    /// <returns>Quoted and reported statements in the order of their spans; narrated ones are made where a claim needs one.</returns>
    public static IReadOnlyList<StatementDraft> Find(ParsedArticle parsed)
    {
        var quotations = QuotationFinder.Find(parsed.Article);
        var utterances = new Utterances(parsed.Article, quotations);
        var turns = Turns.Of(parsed.Article);
        var writer = new DraftWriter(parsed, quotations, Quoted(parsed.Article, quotations, utterances));
        var carry = new SpeakerCarry(parsed, quotations, writer.Meant);
        Passage? passage = null;
        foreach (var next in new PassageReader(parsed, quotations, utterances, turns.IsTranscript).Read())
        {
            Read(passage, next);
            passage = next;
        }

        Read(passage, null);
        return writer.Written();

        void Read(Passage? current, Passage? next)
        {
            if (current is not null)
            {
                var found = PassageAttributions.Read(current);
                carry.Complete(current, found, next);
                writer.Write(current, found, turns.Take(current, found));
            }
        }
    }

    private static BitMap Quoted(Article article, IReadOnlyList<Quotation> quotations, Utterances utterances)
    {
        var quoted = new BitMap(article.Tokens.Length);
        for (var index = 0; index < quotations.Count; index++)
        {
            if (utterances.IsSaid(index))
            {
                quoted.Set(quotations[index].First, quotations[index].End);
            }
        }

        return quoted;
    }
}
