using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Text;

/// <summary>
/// A text cut into tokens, sentences and paragraphs. Everything inside the engine counts UTF-16 units of it. It is disposed of when it
/// has been read: its tokens lie on an array that the next article uses.
/// </summary>
internal sealed class Article : IDisposable
{
    private readonly TokenList list;

    private Article(string text, TokenList list, Tokens tokens, Sentence[] sentences, bool isUpperCase)
    {
        this.list = list;
        Text = text;
        Tokens = tokens;
        Sentences = sentences;
        IsUpperCase = isUpperCase;
        CodePoints = new CodePoints(text);
        KnownNames = new KnownNames(this);
    }

    public string Text { get; }

    public Tokens Tokens { get; }

    public Sentence[] Sentences { get; }

    /// <summary>Wire text in capitals: a capital then tells nothing of names.</summary>
    public bool IsUpperCase { get; }

    public CodePoints CodePoints { get; }

    public KnownNames KnownNames { get; }

    public static Article Of(string text, Lexicon lexicon)
    {
        var list = new TokenList(text.Length / 5 + 16);
        Tokenizer.Tokenize(text, lexicon, list);
        var tokens = PhraseMerger.Merge(list);
        NamesLikeVerbs.Mark(text, list.AsSpan()[..tokens.Length]);
        return new Article(text, list, tokens, SentenceSplitter.Split(text, tokens), MostlyCapitals(tokens));
    }

    public void Dispose() => list.Dispose();

    public ReadOnlySpan<char> TextOf(in Token token) => Text.AsSpan(token.Start, token.End - token.Start);

    public ReadOnlySpan<char> TextOf(Span span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The words from one token to before another, as they stand.</summary>
    public string Words(int first, int end) => Text[Tokens[first].Start..Tokens[end - 1].End];

    public Span SpanOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End);

    public bool IsMark(int token, char character) => Tokens[token].End == Tokens[token].Start + 1 && Text[Tokens[token].Start] == character;

    /// <summary>Whether a tab parts a token from the one before it, as the cells of a table are parted.</summary>
    public bool FollowsTab(int token) => token > 0 && token < Tokens.Length && Text.AsSpan(Tokens[token - 1].End..Tokens[token].Start).Contains('\t');

    /// <summary>Whether a semicolon parts two stretches of words; of "(100 killed; 200 injured) in January" what the bracket closes parts nothing behind it.</summary>
    /// <param name="from">The first token between them.</param>
    /// <param name="to">The first token of the second.</param>
    public bool ArePartedBySemicolon(int from, int to)
    {
        var areParted = false;
        for (var at = from; at < to; at++) areParted = IsMark(at, ';') || (areParted && !IsMark(at, ')'));
        return areParted;
    }

    private static bool MostlyCapitals(Tokens tokens)
    {
        int capitals = 0, words = 0;
        foreach (ref readonly var token in tokens.AsSpan())
        {
            if (token.Kind == TokenKind.Word && token.End - token.Start > 1)
            {
                words++;
                capitals += token.Has(TokenFlags.AllCapitals) ? 1 : 0;
            }
        }

        return capitals * 2 > words;
    }
}

/// <summary>A sentence: tokens [First, End).</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Paragraph">The paragraph it stands in, counted from 0.</param>
/// <param name="Classes">All that its words can be: a stage that looks for none of it need not look at them.</param>
internal readonly record struct Sentence(int First, int End, int Paragraph, WordClass Classes)
{
    public bool Holds(WordClass any) => (Classes & any) != 0;
}
