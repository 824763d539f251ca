using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Text;

/// <summary>Puts one token in the place of the words of an entry of several ("North Korean", "police officer").</summary>
internal static class PhraseMerger
{
    public static Tokens Merge(TokenList list)
    {
        // Merged in place: what is written never overtakes what is read. Tokens between two entries are moved together.
        var tokens = list.AsSpan();
        var (count, moved) = (0, 0);
        for (var index = 0; index < tokens.Length;)
        {
            if (!tokens[index].Has(TokenFlags.BeginsPhrases) || Match(tokens, index) is not var (phrase, last))
            {
                index++;
                continue;
            }

            var first = tokens[index];
            var end = tokens[last].End;
            count = Move(tokens, moved, index, count);
            tokens[count++] = new Token(first.Start, end, TokenKind.Word, first.Flags, phrase.Entry, phrase.Entry.Class);
            moved = index = last + 1;
        }

        return list.First(Move(tokens, moved, tokens.Length, count));
    }

    /// <summary>Moves the tokens [first, end) to where they belong; the place behind them.</summary>
    private static int Move(System.Span<Token> tokens, int first, int end, int to)
    {
        if (to < first)
        {
            tokens[first..end].CopyTo(tokens[to..]);
        }

        return to + end - first;
    }

    private static (Phrase Phrase, int Last)? Match(ReadOnlySpan<Token> tokens, int first)
    {
        var second = OverMark(tokens, first + 1);
        if (second >= tokens.Length || !(tokens[second].Has(TokenFlags.GoesOnPhrases) ? tokens[first].Word.MayGoOnWith(tokens[second].Word) : tokens[second].Kind == TokenKind.PossessiveMark))
        {
            return null;
        }

        foreach (var phrase in tokens[first].Word.Phrases!.GoingOnWith(tokens[second]))
        {
            if ((!phrase.IsName || tokens[first].Capitalized || phrase.IsSmall(0)) && !IsOfNation(tokens, first, phrase) && Last(tokens, first, phrase) is { } last && !Reports(tokens, first, last, phrase))
            {
                return (phrase, last);
            }
        }

        return null;
    }

    /// <summary>"Ethiopian Human Rights Council": a nation's body, and not the nations' of the same name.</summary>
    private static bool IsOfNation(ReadOnlySpan<Token> tokens, int first, Phrase phrase) =>
        phrase.Entry.Organization is { Kind: SourceKind.Intergovernmental } && first > 0 && tokens[first - 1] is { Capitalized: true } before && before.Is(WordClass.Demonym);

    /// <summary>"Police report that ten died": with a clause behind, the police do; "a police report that ten died", "the police report that was leaked" are reports.</summary>
    private static bool Reports(ReadOnlySpan<Token> tokens, int first, int last, Phrase phrase) =>
        phrase.Entry.Class.HasFlag(WordClass.ReportingNoun) && tokens[last].Is(WordClass.VerbBase) && tokens[last].Is(WordClass.ReportingVerb) && last + 2 < tokens.Length && tokens[last + 1].Word.Text == "that" && !tokens[last + 2].Is(WordClass.Auxiliary | WordClass.VerbPast)
        && (first == 0 || tokens[first - 1].Kind != TokenKind.Word || tokens[first - 1].Word.Text == "the" || tokens[first].Has(TokenFlags.LineBreakBefore));

    private static int? Last(ReadOnlySpan<Token> tokens, int first, Phrase phrase)
    {
        var at = first;
        for (var place = 1; place <= phrase.Rest.Length; place++)
        {
            var word = phrase.Rest[place - 1];
            at = OverMark(tokens, at + 1);
            if (at < tokens.Length && word.Text == LexiconBuilder.Possessive && tokens[at].Kind == TokenKind.PossessiveMark)
            {
                continue;
            }

            if (at >= tokens.Length || !ReferenceEquals(tokens[at].Word, word) || tokens[at].Has(TokenFlags.BlankLineBefore)
                || (phrase.IsName && !tokens[at].Capitalized && !MayBeSmall(tokens[at], phrase, place)))
            {
                return null;
            }
        }

        return at;
    }

    /// <summary>A small word of the language ("of"), an unknown one, or as the name is spelled. But a name does not end on people: "12 Houthi rebels" are counted.</summary>
    private static bool MayBeSmall(in Token token, Phrase phrase, int place) =>
        token.Is(WordClass.Function) || token.Class == WordClass.None || (phrase.IsSmall(place) && !(place == phrase.Rest.Length && token.Is(WordClass.PersonNoun)));

    /// <summary>Over a mark that joins two words of an entry ("Asia-Pacific").</summary>
    private static int OverMark(ReadOnlySpan<Token> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at].Kind == TokenKind.Punctuation && tokens[at].End == tokens[at].Start + 1 && !tokens[at].SpaceBefore && !tokens[at + 1].SpaceBefore
            ? at + 1
            : at;
}
