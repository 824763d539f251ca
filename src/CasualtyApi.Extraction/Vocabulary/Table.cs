using System.Text;

namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>A vocabulary file: tab-separated, one entry a line, lines that begin with '#' apart.</summary>
internal static class Table
{
    public static IEnumerable<Row> Read(string file)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream("en/" + file)
            ?? throw new InvalidOperationException($"The vocabulary 'en/{file}' is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return new Row(line.Split('\t'));
            }
        }
    }

    /// <summary>One line of a vocabulary file; a cell that the line does not reach is empty.</summary>
    internal readonly struct Row(string[] cells)
    {
        public string this[int column] => column < cells.Length ? cells[column] : "";

        public string? OrNull(int column) => this[column] is { Length: > 0 } cell ? cell : null;

        public string[] List(int column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        public IReadOnlySet<string> Set(int column) => List(column).ToHashSet(StringComparer.Ordinal);
    }
}
