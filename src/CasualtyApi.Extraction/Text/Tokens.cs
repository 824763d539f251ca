namespace CasualtyApi.Extraction.Text;

/// <summary>The tokens of an article. They lie at the beginning of an array that may be longer, and that belongs to a <see cref="TokenList"/>.</summary>
internal readonly struct Tokens(Token[] items, int length)
{
    private static readonly Token Nothing = new(0, 0, TokenKind.Punctuation, TokenFlags.None, Word.Unknown, WordClass.None);

    public int Length => length;

    /// <summary>A token; before the first and behind the last stands nothing, so that whoever looks at neighbours need not ask where the text ends.</summary>
    public ref readonly Token this[int index]
    {
        get
        {
            // Asked so often that one comparison does for both ends.
            if (unchecked((uint)index >= (uint)length)) return ref Nothing;
            return ref items[index];
        }
    }

    public ReadOnlySpan<Token> AsSpan() => items.AsSpan(0, length);

    public ReadOnlySpan<Token> AsSpan(int first, int count) => AsSpan().Slice(first, count);
}
