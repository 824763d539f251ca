namespace CasualtyApi.Extraction.Text;

/// <summary>The tokens of an article. They lie at the beginning of an array that may be longer, and that belongs to a <see cref="TokenList"/>.</summary>
internal readonly struct Tokens(Token[] items, int length)
{
    public int Length => length;

    public ref readonly Token this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)length, nameof(index));
            return ref items[index];
        }
    }

    public ReadOnlySpan<Token> AsSpan() => items.AsSpan(0, length);

    public ReadOnlySpan<Token> AsSpan(int first, int count) => AsSpan().Slice(first, count);
}
