using CasualtyApi.Tests;

namespace CasualtyApi.Extraction.Tests;

/// <summary>
/// Texts made to be slow: each comes back, reads the same every time, and ten times the text allocates no more than twelve times as
/// much. Time is measured by <c>CasualtyApi.Benchmarks hostile</c>, where nothing else runs beside it.
/// </summary>
public sealed class HostileTextTests
{
    private const int Size = 8_000;
    private const double MostGrowth = 12;

    /// <summary>What a reading costs whatever its length; growth from nothing is no growth.</summary>
    private const long Least = 200_000;

    public static TheoryData<string> Pieces => [.. HostileTexts.Pieces];

    [Theory]
    [MemberData(nameof(Pieces), DisableDiscoveryEnumeration = true)]
    public void It_is_read_and_read_again_alike(string piece)
    {
        var text = HostileTexts.Of(piece, Size * 10);
        var first = ArticleReader.Default.Read(text);
        var second = ArticleReader.Default.Read(text);

        Assert.Equal(first.Claims.Select(claim => (claim.Span, claim.Category, claim.Repeats)), second.Claims.Select(claim => (claim.Span, claim.Category, claim.Repeats)));
        Assert.Equal(first.Statements.Select(statement => statement.Span), second.Statements.Select(statement => statement.Span));
    }

    [Theory]
    [MemberData(nameof(Pieces), DisableDiscoveryEnumeration = true)]
    public void Ten_times_the_text_takes_at_most_twelve_times_the_memory(string piece)
    {
        // What the runtime keeps from one reading to the next is there before anything is counted.
        Allocated(piece, Size * 10);
        var (one, ten) = (Allocated(piece, Size), Allocated(piece, Size * 10));

        Assert.InRange((double)ten / Math.Max(one, Least), 0, MostGrowth);
    }

    private static long Allocated(string piece, int length)
    {
        var text = HostileTexts.Of(piece, length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ArticleReader.Default.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
