using System.Text;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Ingest;

public sealed class ArticleTextTests
{
    [Theory]
    [InlineData(new byte[] { 0x41, 0xC3 }, nameof(TextFault.NotUnicode))]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, nameof(TextFault.NotUnicode))]
    [InlineData(new byte[] { 0x41, 0x00 }, nameof(TextFault.HasNul))]
    [InlineData(new byte[] { 0x20, 0xE2, 0x80, 0x83, 0x0A }, nameof(TextFault.Blank))]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, nameof(TextFault.Blank))]
    [InlineData(new byte[] { 0x41, 0x41, 0x41, 0x41, 0x41, 0x41 }, nameof(TextFault.TooLong))]
    public void A_text_that_cannot_be_kept_says_why(byte[] bytes, string fault) =>
        Assert.Equal(Enum.Parse<TextFault>(fault), ArticleText.Decode(bytes, 5, out _));

    [Fact]
    public void A_string_that_cannot_be_kept_says_why()
    {
        Assert.Equal(TextFault.NotUnicode, ArticleText.FaultIn("\ud83d", 7));
        Assert.Equal(TextFault.NotUnicode, ArticleText.FaultIn("\udd4a\ud83d", 7));
        Assert.Equal(TextFault.HasNul, ArticleText.FaultIn("a\0", 7));
        Assert.Equal(TextFault.Blank, ArticleText.FaultIn("\u3000", 7));
        Assert.Equal(TextFault.TooLong, ArticleText.FaultIn("🕊🕊", 7));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        Assert.Null(ArticleText.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("🕊 a\r\n")], 8, out var text));
        Assert.Equal("🕊 a\r\n", text);
        Assert.Null(ArticleText.FaultIn("🕊 a", 7));
    }
}
