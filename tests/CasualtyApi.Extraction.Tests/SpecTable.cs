namespace CasualtyApi.Extraction.Tests;

/// <summary>A row of a specification: the cells under their headings, and where it stands.</summary>
public sealed record SpecRow(string File, int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.TryGetValue(column, out var cell) ? cell : "";

    public override string ToString() => $"{File}:{Line} {this["text"]}";
}

/// <summary>Reads the Markdown tables of <c>Specs</c>. A line break in a text is written ⏎, a bar \|.</summary>
internal static class SpecTable
{
    public static IEnumerable<SpecRow> Read(string file)
    {
        string[]? headings = null;
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", file)))
        {
            number++;
            if (!line.StartsWith('|'))
            {
                headings = null;
            }
            else if (headings is null)
            {
                headings = Cells(line);
            }
            else if (!line.StartsWith("|-", StringComparison.Ordinal) && !line.StartsWith("| -", StringComparison.Ordinal))
            {
                yield return new SpecRow(file, number, headings.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second));
            }
        }
    }

    private static string[] Cells(string line) =>
        [.. line.Replace("\\|", "\u0001", StringComparison.Ordinal).Trim().Trim('|').Split('|')
            .Select(cell => cell.Trim().Replace("\u0001", "|", StringComparison.Ordinal).Replace("⏎", "\n", StringComparison.Ordinal))];
}
