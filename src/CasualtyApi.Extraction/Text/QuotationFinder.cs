namespace CasualtyApi.Extraction.Text;

/// <summary>
/// Pairs quotation marks, paragraph by paragraph: curly, straight, low, guillemets, single and nested ones, and pairs that
/// do not match ("… ”). A paragraph that is not closed goes on where the next one opens again. Every mark is looked at once.
/// </summary>
internal sealed class QuotationFinder
{
    private const int Deepest = 4;

    private readonly Article article;
    private readonly List<Quotation> found = [];
    private readonly List<int> open = [];
    private bool continues;

    private QuotationFinder(Article article) => this.article = article;

    /// <returns>In the order of their opening marks.</returns>
    public static IReadOnlyList<Quotation> Find(Article article)
    {
        var finder = new QuotationFinder(article);
        var sentences = article.Sentences;
        for (var at = 0; at < sentences.Length;)
        {
            var last = at;
            while (last + 1 < sentences.Length && sentences[last + 1].Paragraph == sentences[at].Paragraph)
            {
                last++;
            }

            finder.ReadParagraph(sentences[at].First, sentences[last].End);
            at = last + 1;
        }

        return finder.Kept();
    }

    private void ReadParagraph(int first, int end)
    {
        var goesOn = continues;
        continues = false;
        var tokens = article.Tokens;
        for (var at = first; at < end;)
        {
            if (tokens[at].Kind != TokenKind.Quote)
            {
                at++;
                continue;
            }

            var mark = QuotationMark.At(article, at, first, end);
            if (mark.CanClose && Opener(mark) is >= 0 and var opener)
            {
                Close(opener, at, at + mark.Width);
            }
            else if (mark.CanOpen && open.Count < Deepest)
            {
                open.Add(found.Count);
                found.Add(new Quotation
                {
                    Open = at,
                    First = at + mark.Width,
                    Parent = open.Count > 1 ? open[^2] : -1,
                    IsSingle = mark.IsSingle,
                    Continues = goesOn && at == first,
                });
            }

            at += mark.Width;
        }

        EndParagraph(end);
    }

    /// <summary>The depth of the quotation that a mark ends: one that it properly closes, else the innermost of its family.</summary>
    private int Opener(QuotationMark mark)
    {
        var ofFamily = -1;
        for (var depth = open.Count - 1; depth >= 0; depth--)
        {
            var quotation = found[open[depth]];
            if (mark.Closes(article.Text[article.Tokens[quotation.Open].Start]))
            {
                return depth;
            }

            ofFamily = ofFamily < 0 && quotation.IsSingle == mark.IsSingle ? depth : ofFamily;
        }

        return ofFamily;
    }

    /// <summary>Closes one quotation; what opened inside it and never closed was no quotation.</summary>
    private void Close(int depth, int end, int after)
    {
        var quotation = found[open[depth]];
        (quotation.End, quotation.After, quotation.IsClosed) = (end, after, true);
        open.RemoveRange(depth, open.Count - depth);
    }

    private void EndParagraph(int end)
    {
        var outer = open.FindIndex(index => !found[index].IsSingle || OpensParagraph(found[index].Open));
        if (outer >= 0)
        {
            var quotation = found[open[outer]];
            continues = OpensAgain(end, quotation.IsSingle);
            if (continues || !quotation.IsSingle)
            {
                (quotation.End, quotation.After, quotation.IsClosed) = (end, end, continues);
                quotation.End = continues || open.Count - outer == 1 ? end : FirstStop(quotation.First, found[open[outer + 1]].Open);
                quotation.After = quotation.End;
            }
        }

        open.Clear();
    }

    private bool OpensParagraph(int token) => token == 0 || article.Tokens[token].Has(TokenFlags.LineBreakBefore);

    private bool OpensAgain(int paragraph, bool single) =>
        paragraph < article.Tokens.Length && article.Tokens[paragraph].Kind == TokenKind.Quote
        && QuotationMark.At(article, paragraph, paragraph, article.Tokens.Length) is { CanOpen: true } mark && mark.IsSingle == single;

    /// <summary>Where a quotation ended whose closing mark is missing though another one opens: at its first full stop.</summary>
    private int FirstStop(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (article.Tokens[at].Kind == TokenKind.Punctuation && article.Text[article.Tokens[at].Start] is '.' or '!' or '?')
            {
                return at + 1;
            }
        }

        return end;
    }

    /// <summary>Without those that never closed or hold nothing; parents are named by their new places.</summary>
    private List<Quotation> Kept()
    {
        var kept = new List<Quotation>(found.Count);
        var places = new int[found.Count];
        for (var index = 0; index < found.Count; index++)
        {
            var quotation = found[index];
            places[index] = quotation.Parent >= 0 ? places[quotation.Parent] : -1;
            if (quotation.End > quotation.First)
            {
                var parent = places[index];
                places[index] = kept.Count;
                kept.Add(parent == quotation.Parent ? quotation : Under(quotation, parent));
            }
        }

        return kept;
    }

    private static Quotation Under(Quotation quotation, int parent) => new()
    {
        Open = quotation.Open,
        First = quotation.First,
        End = quotation.End,
        After = quotation.After,
        Parent = parent,
        IsSingle = quotation.IsSingle,
        Continues = quotation.Continues,
        IsClosed = quotation.IsClosed,
    };
}
