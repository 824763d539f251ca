namespace CasualtyApi.Store.Wording;

/// <summary>A text's first words, which stand for a missing title.</summary>
public static class Opening
{
    private const int Length = 60;

    /// <summary>At most 60 code points of the first line that has any, cut after a word.</summary>
    public static string Of(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOfAny('\n', '\r');
        var words = new CodePointText((end < 0 ? line : line[..end]).TrimEnd().ToString());
        if (words.Length <= Length) return words.Around(0, Length);

        var cut = words.Around(0, Length);
        if (char.IsWhiteSpace(words.Around(Length, Length + 1)[0])) return cut.TrimEnd();
        var space = cut.LastIndexOf(' ');
        return space > 0 ? cut[..space].TrimEnd() : cut;
    }
}
