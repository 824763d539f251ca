using System.Buffers;

namespace CasualtyApi.Extraction.Text;

/// <summary>The tokens of one text, growing while it is cut, on an array that the next text uses again.</summary>
/// <remarks>No token holds anything that outlives the vocabulary, so a used array need not be swept.</remarks>
internal sealed class TokenList(int capacity) : IDisposable
{
    private Token[] items = ArrayPool<Token>.Shared.Rent(capacity);

    public int Count { get; private set; }

    /// <summary>A single quotation mark has opened and not closed: an apostrophe may then be its end.</summary>
    public bool HasOpenSingleQuote { get; private set; }

    public ref readonly Token this[int index] => ref items[index];

    public void Add(in Token token)
    {
        if (Count == items.Length)
        {
            var larger = ArrayPool<Token>.Shared.Rent(items.Length * 2);
            items.CopyTo(larger, 0);
            ArrayPool<Token>.Shared.Return(items);
            items = larger;
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

    public System.Span<Token> AsSpan() => items.AsSpan(0, Count);

    /// <summary>The first of them, once no more are added.</summary>
    public Tokens First(int count) => new(items, count);

    public void Dispose() => ArrayPool<Token>.Shared.Return(items);
}
