using CasualtyApi.Store.Wording;

namespace CasualtyApi.Tests.Store.Wording;

public sealed class MisquoteTests
{
    private const string Text = "🕊 “Twelve” fell 🛸 and twelve fell.";

    [Theory]
    [InlineData(2, 10, "“Twelve”", null)]
    [InlineData(2, 10, "\"Twelve\"", "They differ first at character 1: '\"' (U+0022) was sent, and '“' (U+201C) stands there.")]
    [InlineData(11, 15, "twelve", "What was sent stands at 22–28.")]
    [InlineData(3, 9, "fell", "What was sent stands at 11–15, 29–33.")]
    [InlineData(3, 9, "Twelve!", "What was sent goes on after that: with '!' (U+0021).")]
    [InlineData(3, 9, "Twelv😀", "They differ first at character 6: '😀' (U+1F600) was sent, and 'e' (U+0065) stands there.")]
    [InlineData(16, 17, "🛸", null)]
    [InlineData(30, 99, "fell", "lies outside the document, which has 34 characters")]
    [InlineData(-1, 3, "fell", "lies outside")]
    [InlineData(5, 4, "", "lies outside")]
    public void What_stands_there_is_told(int start, int end, string words, string? says)
    {
        var fault = Misquote.Of(new CodePointText(Text), start, end, words, mayShow: true);

        if (says is null) Assert.Null(fault);
        else Assert.Contains(says, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_may_not_be_shown_are_not() =>
        Assert.Equal("is not what stands at characters 3–9.", Misquote.Of(new CodePointText(Text), 3, 9, "twelve", mayShow: false));
}
