namespace CasualtyApi.Extraction.Text;

/// <summary>
/// Finds sentences and paragraphs. A sentence ends at a full stop, question or exclamation mark (with the quotation
/// marks and brackets that close on it) before something that can begin one, and at every paragraph's end.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>What no writer ends is cut here, so that no text can make a sentence's work grow without bound.</summary>
    private const int LongestSentence = 400;

    public static Sentence[] Split(string text, Tokens tokens)
    {
        var wrapped = IsWrapped(text, tokens);
        var sentences = new List<Sentence>(tokens.Length / 20 + 1);
        var first = 0;
        var paragraph = 0;
        var classes = WordClass.None;
        for (var index = 1; index <= tokens.Length; index++)
        {
            classes |= tokens[index - 1].Class;
            var newParagraph = index < tokens.Length && StartsParagraph(tokens[index], wrapped);
            if (index == tokens.Length || newParagraph || index - first == LongestSentence || EndsSentence(text, tokens, first, index))
            {
                sentences.Add(new Sentence(first, index, paragraph, classes));
                (first, classes) = (index, WordClass.None);
            }

            paragraph += newParagraph ? 1 : 0;
        }

        return tokens.Length == 0 ? [] : [.. sentences];
    }

    private static bool StartsParagraph(in Token token, bool wrapped) =>
        token.Has(TokenFlags.BlankLineBefore) || (token.Has(TokenFlags.LineBreakBefore) && !wrapped);

    /// <summary>
    /// Hard-wrapped text breaks its lines in mid-sentence; elsewhere a line is a paragraph. Told by what most lines end
    /// on that are followed by another line without a blank one between. Headlines each begin with a capital; lines that were broken do not
    /// (a text in capitals tells by two breaks at least).
    /// </summary>
    private static bool IsWrapped(string text, Tokens tokens)
    {
        int breaks = 0, inside = 0, small = 0, line = 0;
        for (var index = 1; index < tokens.Length; index++)
        {
            if (!tokens[index].Has(TokenFlags.LineBreakBefore))
            {
                continue;
            }

            // A line that was broken for its width is neither short nor as long as a paragraph.
            var width = tokens[index - 1].End - tokens[line].Start;
            line = index;
            if (!tokens[index].Has(TokenFlags.BlankLineBefore))
            {
                breaks++;
                var last = text[tokens[index - 1].End - 1];
                inside += width is > 30 and < 120 && (char.IsLetterOrDigit(last) || last is ',' or '-' or '\'' or '’') ? 1 : 0;
                small += char.IsLower(text[tokens[index].Start]) ? 1 : 0;
            }
        }

        return inside * 2 > breaks && (small * 5 > breaks || breaks > 1 && text.AsSpan().IndexOfAnyInRange('a', 'z') < 0);
    }

    /// <summary>Whether a sentence that began at <paramref name="first"/> ends before the token at <paramref name="index"/>.</summary>
    private static bool EndsSentence(string text, Tokens tokens, int first, int index)
    {
        ref readonly var next = ref tokens[index];
        if (!next.SpaceBefore)
        {
            return false;
        }

        var last = index - 1;
        var closed = false;
        while (last > first && IsCloser(text, tokens[last]) && !tokens[last].SpaceBefore)
        {
            last--;
            closed = true;
        }

        ref readonly var end = ref tokens[last];
        if (IsHour(text, end) ? BeginsBehindHour(tokens, index) : closed && ClosesQuotation(text, tokens, first, last, index))
        {
            return true;
        }

        if (end.Has(TokenFlags.Abbreviation) || (end.Kind == TokenKind.Word && text[end.End - 1] == '.'))
        {
            // "… in the U.S. The …": an abbreviation ends a sentence only before a word that plainly begins one.
            return next.Capitalized && next.Is(WordClass.Article | WordClass.Determiner | WordClass.Pronoun | WordClass.Preposition)
                && !end.Is(WordClass.Title) && end.End - end.Start > 2;
        }

        if (end.Kind != TokenKind.Punctuation || text[end.Start] is not ('.' or '!' or '?' or '…'))
        {
            return false;
        }

        // "… dead!” he said" goes on; "… dead.” He said" does not.
        return text[end.Start] == '.' && !closed ? CanBegin(text, next) || next.Kind == TokenKind.Word && !next.Is(WordClass.Function)
            : CanBegin(text, next);
    }

    /// <summary>"at 6 a.m.", "until 10 p.m.".</summary>
    private static bool IsHour(string text, in Token token) =>
        token.End - token.Start == 4 && text[token.End - 1] == '.' && text[token.Start + 1] == '.' && text[token.Start] is 'a' or 'p' && text[token.Start + 2] == 'm';

    /// <summary>"… at 6 a.m. Ten minutes later"; but "at 6 a.m. Monday", "6 a.m. Eastern", "6 a.m. Moscow time".</summary>
    private static bool BeginsBehindHour(Tokens tokens, int index)
    {
        ref readonly var next = ref tokens[index];
        return next.Capitalized && (!next.Has(TokenFlags.AllCapitals) || next.Is(WordClass.Function)) && !next.Is(WordClass.Weekday | WordClass.Month | WordClass.Place | WordClass.Seat | WordClass.Country | WordClass.Demonym | WordClass.VerbS)
            && (!next.Is(WordClass.Adjective) || next.Is(WordClass.Function))
            && !(index + 1 < tokens.Length && tokens[index + 1].Word.Text == "time");
    }

    /// <summary>"“There is barely a plan A.” Diplomats left": behind a whole quotation its last word's point is the sentence's; the "J.R." of a nickname is a word by itself.</summary>
    private static bool ClosesQuotation(string text, Tokens tokens, int first, int last, int index)
    {
        if (!tokens[index].Capitalized || tokens[index - 1].Kind != TokenKind.Quote)
        {
            return false;
        }

        var at = last - 1;
        while (at > first && at > last - 4 && tokens[at].Kind != TokenKind.Quote)
        {
            at--;
        }

        return at == last - 4 && text[tokens[last].End - 1] == '.' && !tokens[last].Is(WordClass.Title);
    }

    private static bool CanBegin(string text, in Token token) =>
        token.Capitalized || token.Kind is TokenKind.Number or TokenKind.Quote || text[token.Start] is '[' or '(' or '-' or '–' or '—' or '•' or '*'
        || (token.Kind == TokenKind.Word && char.IsLetter(text[token.Start]) && !char.IsLower(text[token.Start]));

    private static bool IsCloser(string text, in Token token) =>
        token.Kind == TokenKind.Quote || (token.Kind == TokenKind.Punctuation && text[token.Start] is ')' or ']');
}
