namespace CasualtyApi.Extraction.Text;

/// <summary>The tokens of one text, growing while it is cut.</summary>
internal sealed class TokenList(int capacity)
{
    private Token[] items = new Token[capacity];

    public int Count { get; private set; }

    /// <summary>A single quotation mark has opened and not closed: an apostrophe may then be its end.</summary>
    public bool HasOpenSingleQuote { get; private set; }

    public ref readonly Token this[int index] => ref items[index];

    public void Add(in Token token)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, items.Length * 2);
        }

        if (token.Kind == TokenKind.Quote && token.SpaceBefore)
        {
            HasOpenSingleQuote = true;
        }
        else if (token.Has(TokenFlags.LineBreakBefore) || token.Kind == TokenKind.Quote)
        {
            HasOpenSingleQuote = false;
        }

        items[Count++] = token;
    }

    public ReadOnlySpan<Token> AsSpan() => items.AsSpan(0, Count);

    /// <summary>Puts one token in the place of several.</summary>
    public Token[] ToArray() => items.AsSpan(0, Count).ToArray();
}
