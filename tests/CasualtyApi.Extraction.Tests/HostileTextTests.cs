namespace CasualtyApi.Extraction.Tests;

/// <summary>Texts made to be slow: each must come back at all, and read the same every time.</summary>
public sealed class HostileTextTests
{
    private const int Size = 200_000;

    public static TheoryData<string, string> Texts => new()
    {
        { "one letter", new string('a', Size) },
        { "digits", new string('7', Size) },
        { "digits and commas", string.Concat(Enumerable.Repeat("7,", Size / 2)) },
        { "spaces", new string(' ', Size) },
        { "nested quotes", string.Concat(Enumerable.Repeat("“'\"", Size / 3)) },
        { "opening brackets", new string('(', Size) },
        { "and lists", string.Concat(Enumerable.Repeat("12 soldiers and ", Size / 16)) + "were killed." },
        { "said", string.Concat(Enumerable.Repeat("said ", Size / 5)) },
        { "killed", string.Concat(Enumerable.Repeat("killed ", Size / 7)) },
        { "killed or", string.Concat(Enumerable.Repeat("killed or ", Size / 10)) },
        { "more than", string.Concat(Enumerable.Repeat("more than ", Size / 10)) },
        { "hundreds of", string.Concat(Enumerable.Repeat("hundreds of ", Size / 12)) },
        { "one sentence of claims", string.Concat(Enumerable.Repeat("12 people were killed, ", Size / 23)) },
        { "full stops", new string('.', Size) },
        { "newlines", new string('\n', Size) },
        { "hyphens", string.Concat(Enumerable.Repeat("a-", Size / 2)) },
        { "including", "12 people, " + string.Concat(Enumerable.Repeat("including 3 children, ", Size / 22)) + "were killed." },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void It_is_read_and_read_again_alike(string name, string text)
    {
        Assert.NotEmpty(name);
        var first = ArticleReader.Default.Read(text);
        var second = ArticleReader.Default.Read(text);

        Assert.Equal(first.Claims.Select(claim => (claim.Span, claim.Category, claim.Repeats)), second.Claims.Select(claim => (claim.Span, claim.Category, claim.Repeats)));
        Assert.Equal(first.Statements.Select(statement => statement.Span), second.Statements.Select(statement => statement.Span));
    }
}
