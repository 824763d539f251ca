namespace CasualtyApi.Extraction.Tests;

/// <summary>Texts of nothing but marks and cues: each comes back, its statements in order and inside the text.</summary>
public sealed class AttributionHostileTests
{
    private const int Size = 200_000;

    public static TheoryData<string> Pieces =>
    [
        "\"", "“", "”", "'", "„“", "«»", "“'\"", "''", "said ", "he said ", "and said ", "Ames said that ", "saying “a” ", "“Go!” ", "“We go,” he said, ",
        "“We stay. We wait,” he said, ", "“a.\n\n", ", adding that ", ", citing Ames, ", "according to ", "Ames and ", "of the ministry ", ": ", "Ames, who said, ",
        "The ministry said it. ", "reports that ", "by ", "(", "as he said, ",
    ];

    [Theory]
    [MemberData(nameof(Pieces), DisableDiscoveryEnumeration = true)]
    public void A_text_of_one_piece_repeated_is_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Size / piece.Length));
        var statements = ArticleReader.Default.Read(text).Statements;

        Assert.Equal(statements.OrderBy(statement => statement.Span.Start).ThenBy(statement => statement.Span.End), statements);
        Assert.All(statements, statement => Assert.Equal(text[statement.Span.Start..statement.Span.End], statement.Text));
    }
}
