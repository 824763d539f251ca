using System.Text;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>A document's text as it grows, with where words were put. All its characters are one UTF-16 unit, and so one code point.</summary>
internal sealed class DrawnText
{
    private readonly StringBuilder _text = new();

    public int Length => _text.Length;

    public (int Start, int End) Put(string words)
    {
        var start = _text.Length;
        _text.Append(words);
        return (start, _text.Length);
    }

    public string At(int start, int end) => _text.ToString(start, end - start);

    public override string ToString() => _text.ToString();
}
