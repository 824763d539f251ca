using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>
/// Cuts a sentence into noun phrases, verb groups and what stands between them, left to right, each token read once.
/// No word has one part of speech for ever: what a word is, is decided by what stands before and behind it.
/// </summary>
internal static class Chunker
{
    public static List<Chunk> Chunk(Article article, Sentence sentence)
    {
        var chunks = new List<Chunk>((sentence.End - sentence.First) / 2 + 4);
        for (var index = sentence.First; index < sentence.End;)
        {
            var chunk = Next(article, index, sentence.End, chunks);
            chunks.Add(chunk);
            index = chunk.End;
        }

        return chunks;
    }

    private static Chunk Next(Article article, int index, int end, List<Chunk> before)
    {
        ref readonly var token = ref article.Tokens[index];
        switch (token.Kind)
        {
            case TokenKind.Quote:
                return new Chunk(ChunkKind.Quote, index, index + 1);
            case TokenKind.Punctuation when NounPhraseReader.CannotBegin(article, index):
                return new Chunk(IsOfHour(article, index) ? ChunkKind.Other : Mark(article.Text[token.Start]), index, index + 1);
            default:
                break;
        }

        // "over 1,000", "at least 12": the words that bound a count are prepositions elsewhere, so a count is tried first.
        if (NounPhraseReader.TryRead(article, index, end, before) is { } phrase)
        {
            return phrase;
        }

        if (VerbGroupReader.TryRead(article, index, end) is { } verb)
        {
            return verb;
        }

        return new Chunk(Kind(token), index, index + 1);
    }

    /// <summary>"at 12:41": the colon between two numbers announces nothing.</summary>
    private static bool IsOfHour(Article article, int index) =>
        article.IsMark(index, ':') && index > 0 && index + 1 < article.Tokens.Length && !article.Tokens[index].SpaceBefore && !article.Tokens[index + 1].SpaceBefore
        && article.Tokens[index - 1].Kind == TokenKind.Number && article.Tokens[index + 1].Kind == TokenKind.Number;

    private static ChunkKind Kind(in Token token)
    {
        if (token.Is(WordClass.Coordinator))
        {
            return ChunkKind.Coordinator;
        }

        if (token.Is(WordClass.Relative))
        {
            return ChunkKind.Relative;
        }

        if (token.Is(WordClass.Preposition))
        {
            return ChunkKind.Preposition;
        }

        if (token.Is(WordClass.Subordinator))
        {
            return ChunkKind.Subordinator;
        }

        if (token.Is(WordClass.Ordinal))
        {
            // "first reported": before no noun it says when.
            return ChunkKind.Adverb;
        }

        if (token.Is(WordClass.Adjective))
        {
            return ChunkKind.Adjective;
        }

        return token.Is(WordClass.Adverb | WordClass.Negator) ? ChunkKind.Adverb : ChunkKind.Other;
    }

    private static ChunkKind Mark(char mark) => mark switch
    {
        ',' => ChunkKind.Comma,
        ':' => ChunkKind.Colon,
        ';' => ChunkKind.Stop,
        '-' or '–' or '—' or '―' => ChunkKind.Dash,
        '(' or '[' => ChunkKind.Open,
        ')' or ']' => ChunkKind.Close,
        '.' or '!' or '?' or '…' => ChunkKind.Stop,
        _ => ChunkKind.Other,
    };
}
