namespace CasualtyApi.Extraction.Text;

/// <summary>
/// The one place where UTF-16 positions become code points. A text without surrogates, which nearly every text is,
/// costs one vectorised scan.
/// </summary>
internal sealed class CodePoints
{
    /// <summary>Positions of the second half of each pair, ascending; null where there is none.</summary>
    private readonly int[]? lowSurrogates;

    public CodePoints(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\uDC00', '\uDFFF');
        if (first < 0)
        {
            return;
        }

        var found = new List<int>();
        for (var index = first; index < text.Length; index++)
        {
            if (char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1]))
            {
                found.Add(index);
            }
        }

        lowSurrogates = [.. found];
    }

    public int At(int utf16)
    {
        if (lowSurrogates is null)
        {
            return utf16;
        }

        var index = Array.BinarySearch(lowSurrogates, utf16);
        return utf16 - (index < 0 ? ~index : index);
    }

    public Span Of(Span utf16) => new(At(utf16.Start), At(utf16.End));
}
