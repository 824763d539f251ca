using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Text;

/// <summary>Puts one token in the place of the words of an entry of several ("North Korean", "police officer").</summary>
internal static class PhraseMerger
{
    public static Tokens Merge(TokenList list)
    {
        // Merged in place: what is written never overtakes what is read.
        var tokens = list.AsSpan();
        var count = 0;
        for (var index = 0; index < tokens.Length;)
        {
            var first = tokens[index];
            if (first.Word.Phrases is { } phrases && Match(tokens, index, phrases) is var (phrase, last))
            {
                tokens[count++] = new Token(
                    first.Start, tokens[last].End, TokenKind.Word, first.Flags, phrase.Entry, phrase.Entry.Class);
                index = last + 1;
            }
            else
            {
                tokens[count++] = first;
                index++;
            }
        }

        return list.First(count);
    }

    private static (Phrase Phrase, int Last)? Match(ReadOnlySpan<Token> tokens, int first, List<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            if ((!phrase.IsName || tokens[first].Capitalized) && !IsOfNation(tokens, first, phrase) && Last(tokens, first, phrase) is { } last)
            {
                return (phrase, last);
            }
        }

        return null;
    }

    /// <summary>"Ethiopian Human Rights Council": a nation's body, and not the nations' of the same name.</summary>
    private static bool IsOfNation(ReadOnlySpan<Token> tokens, int first, Phrase phrase) =>
        phrase.Entry.Organization is { Kind: SourceKind.Intergovernmental } && first > 0 && tokens[first - 1] is { Capitalized: true } before && before.Is(WordClass.Demonym);

    private static int? Last(ReadOnlySpan<Token> tokens, int first, Phrase phrase)
    {
        var at = first;
        foreach (var word in phrase.Rest)
        {
            at++;
            if (at < tokens.Length && tokens[at].End == tokens[at].Start + 1 && !tokens[at].SpaceBefore
                && tokens[at].Kind == TokenKind.Punctuation && at + 1 < tokens.Length && !tokens[at + 1].SpaceBefore)
            {
                at++;
            }

            if (at < tokens.Length && word.Text == LexiconBuilder.Possessive && tokens[at].Kind == TokenKind.PossessiveMark)
            {
                continue;
            }

            if (at >= tokens.Length || !ReferenceEquals(tokens[at].Word, word) || tokens[at].Has(TokenFlags.BlankLineBefore)
                || (phrase.IsName && !tokens[at].Capitalized && !tokens[at].Is(WordClass.Function) && tokens[at].Class != WordClass.None))
            {
                return null;
            }
        }

        return at;
    }
}
