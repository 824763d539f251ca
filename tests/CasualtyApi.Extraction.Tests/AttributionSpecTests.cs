namespace CasualtyApi.Extraction.Tests;

/// <summary>The tables of attribution and quotations: each row a text and the statements it must read as, no more and no fewer.</summary>
public sealed class AttributionSpecTests
{
    private static readonly string[] Files = ["attribution.md", "quotations.md"];

    public static TheoryData<SpecRow> Rows => [.. Files.SelectMany(SpecTable.Read)];

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void A_text_is_attributed_as_its_row_says(SpecRow row)
    {
        var statements = ArticleReader.Default.Read(row["text"]).Statements.Where(statement => statement.Kind != StatementKind.Narrated).ToArray();
        foreach (var (column, expected) in row.Cells.Where(cell => cell.Key != "text"))
        {
            Assert.Equal(expected, string.Join("; ", statements.Select(statement => Show(statement, column))));
        }
    }

    [Fact]
    public void There_are_tables_enough_to_hold_the_constructs() => Assert.True(Rows.Count >= 60);

    private static string Show(StatementReading statement, string column) => column switch
    {
        "statements" => $"{(statement.Kind == StatementKind.Quote ? "quote" : "reported")}: {statement.Text}",
        "speaker" => statement.Speaker is null ? "–" : string.Join(" + ", statement.AlsoSpeakers.Prepend(statement.Speaker).Select(speaker => speaker.Name)),
        "cue" => statement.Cue ?? "–",
        "relay" => string.Join(", ", statement.Relay.Select(relaying => relaying.Name)),
        _ => throw new ArgumentException($"'{column}' is no column of a specification.", nameof(column)),
    };
}
