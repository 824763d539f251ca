namespace CasualtyApi.Store.Wording;

/// <summary>
/// A text measured in Unicode code points, as every span of the API is. C# strings count UTF-16 units, in which a
/// character beyond U+FFFF takes two: this is the one place of the store that converts.
/// </summary>
public sealed class CodePointText
{
    private readonly string text;
    private readonly int[] astral;

    /// <param name="text">Well-formed UTF-16.</param>
    public CodePointText(string text)
    {
        this.text = text;
        astral = [.. Astral(text)];
        Length = text.Length - astral.Length;
    }

    /// <summary>In code points.</summary>
    public int Length { get; }

    /// <summary>The words at a span, end exclusive; null when the text has no such span.</summary>
    public string? At(int start, int end) =>
        0 <= start && start <= end && end <= Length ? text[Unit(start)..Unit(end)] : null;

    /// <summary>As much of the text as lies inside the span.</summary>
    public string Around(int start, int end) => text[Unit(Math.Max(start, 0))..Unit(Math.Min(end, Length))];

    /// <summary>Every place where words stand, as spans.</summary>
    public IEnumerable<(int Start, int End)> Find(string words)
    {
        for (var unit = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal); unit >= 0; unit = text.IndexOf(words, unit + 1, StringComparison.Ordinal))
        {
            yield return (CodePoint(unit), CodePoint(unit + words.Length));
        }
    }

    /// <summary>All of it.</summary>
    public override string ToString() => text;

    // Where each character beyond U+FFFF stands, in code points.
    private static IEnumerable<int> Astral(string text)
    {
        var found = 0;
        for (var unit = 0; unit < text.Length - 1; unit++)
        {
            if (char.IsSurrogatePair(text[unit], text[unit + 1])) yield return unit++ - found++;
        }
    }

    private int Unit(int codePoint)
    {
        var before = Array.BinarySearch(astral, codePoint);
        return codePoint + (before < 0 ? ~before : before);
    }

    // The characters beyond U+FFFF before a unit take one unit more than code point each.
    private int CodePoint(int unit)
    {
        var (low, high) = (0, astral.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (astral[middle] + middle < unit) low = middle + 1;
            else high = middle;
        }

        return unit - low;
    }
}
