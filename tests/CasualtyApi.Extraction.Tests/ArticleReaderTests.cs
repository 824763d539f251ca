namespace CasualtyApi.Extraction.Tests;

public sealed class ArticleReaderTests
{
    [Fact]
    public void An_empty_text_reads_as_nothing() => Assert.Empty(ArticleReader.Default.Read("").Statements);
}
