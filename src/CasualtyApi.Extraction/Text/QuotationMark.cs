namespace CasualtyApi.Extraction.Text;

/// <summary>A quotation mark at its place: which family it is of, and whether it can open or close there.</summary>
internal readonly record struct QuotationMark(char Shape, int Width, bool IsSingle, bool CanOpen, bool CanClose)
{
    /// <param name="article">The text.</param>
    /// <param name="at">The token of the mark.</param>
    /// <param name="first">The first token of its paragraph.</param>
    /// <param name="end">The end of its paragraph.</param>
    public static QuotationMark At(Article article, int at, int first, int end)
    {
        var tokens = article.Tokens;
        var shape = article.Text[tokens[at].Start];
        var single = IsSingleShape(shape);
        var width = 1;
        if (single && at + 1 < end && tokens[at + 1].Kind == TokenKind.Quote && !tokens[at + 1].SpaceBefore && article.Text[tokens[at + 1].Start] == shape)
        {
            // Two apostrophes typed for one double mark.
            (single, width) = (false, 2);
        }

        var next = at + width;
        var spaceBefore = at == first || tokens[at].SpaceBefore;
        var spaceAfter = next >= end || tokens[next].SpaceBefore;
        var behindOpening = at > first && IsOpening(article, at - 1);
        var beforeClosing = next < end && tokens[next].Kind is TokenKind.Punctuation or TokenKind.Quote;
        var opens = !spaceAfter && (spaceBefore || behindOpening);
        var closes = !spaceBefore && (spaceAfter || beforeClosing);
        return shape switch
        {
            '「' or '『' or '《' => new(shape, width, single, next < end, false),
            '」' or '』' or '》' => new(shape, width, single, false, true),
            '“' or '«' or '‹' => new(shape, width, single, next < end && !(closes && !opens), closes && !opens),
            '„' or '‚' or '‟' => new(shape, width, single, next < end, false),
            '‘' or '`' => new(shape, width, single, opens, false),
            '”' or '»' or '›' => new(shape, width, single, opens && !closes, !spaceBefore || spaceAfter),
            '"' => new(shape, width, single, opens, !spaceBefore || spaceAfter),
            _ when single && opens && next < end && tokens[next].Kind == TokenKind.Number => new(shape, width, single, false, false),
            _ => new(shape, width, single, opens, single ? closes : !spaceBefore || spaceAfter),
        };
    }

    /// <summary>Whether this mark is the proper end of what <paramref name="opening"/> began; others may end it by mistake.</summary>
    public bool Closes(char opening) => (opening, Shape) switch
    {
        ('“' or '„' or '‟', '”') or ('„', '“') or ('«', '»') or ('»', '«') or ('‹', '›') or ('›', '‹') => true,
        ('「', '」') or ('『', '』') or ('《', '》') => true,
        ('‘' or '‚', '’') or ('‚', '‘') or ('`', '\'' or '’') => true,
        _ => opening == Shape,
    };

    private static bool IsSingleShape(char shape) => shape is '\'' or '‘' or '’' or '‚' or '‹' or '›' or '`';

    private static bool IsOpening(Article article, int token) =>
        article.Tokens[token].Kind is TokenKind.Punctuation or TokenKind.Quote
        && article.Text[article.Tokens[token].Start] is '(' or '[' or '-' or '–' or '—' or '―' or '"' or '“' or '‘' or '\'' or '„' or '«' or ':' or '/';
}
