namespace CasualtyApi.Pages.Pictures;

/// <summary>Words in a drawing, where nothing breaks lines by itself.</summary>
internal static class Lettering
{
    /// <summary>
    /// The words in lines of so many characters, broken after a space where there is one: put together, the lines are the words. What is beyond
    /// the last line is left out with an ellipsis.
    /// </summary>
    public static IReadOnlyList<string> Lines(string text, int longest, int most = int.MaxValue)
    {
        var (lines, rest) = (new List<string>(), text.ReplaceLineEndings(" ").Trim());
        while (rest.Length > longest && lines.Count < most - 1)
        {
            var space = rest.LastIndexOf(' ', longest);
            var end = space > 0 ? space + 1 : Whole(rest, longest);
            lines.Add(rest[..end]);
            rest = rest[end..];
        }

        return [.. lines, Cut(rest, most == int.MaxValue ? int.MaxValue : longest)];
    }

    public static string Cut(string text, int longest)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= longest ? line : string.Concat(line.AsSpan(0, Whole(line, longest - 1)), "…");
    }

    /// <summary>How many characters are taken so that none is cut in two.</summary>
    private static int Whole(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
