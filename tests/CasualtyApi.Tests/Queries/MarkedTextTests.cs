using CasualtyApi.Queries.Marking;

namespace CasualtyApi.Tests.Queries;

public sealed class MarkedTextTests
{
    [Fact]
    public void Marks_that_overlap_are_told_apart_and_the_text_stays_whole()
    {
        const string Text = "abcdefghij";

        var segments = MarkedText.Cut(Text, [Claim(1, 1, 6), Claim(2, 4, 9), Said(3, 0, 9)]);

        Assert.Equal(["a", "bcd", "ef", "ghi", "j"], segments.Select(segment => segment.Text));
        Assert.Equal([[3], [3, 1], [3, 1, 2], [3, 2], []], segments.Select(segment => segment.Marks.Select(mark => mark.Id).ToArray()));
        Assert.Equal([[3], [1], [2], [], []], segments.Select(segment => segment.Beginning.Select(mark => mark.Id).ToArray()));
    }

    [Fact]
    public void Marks_count_code_points_and_never_cut_a_character_in_two()
    {
        const string Text = "😀😀 12 dead 😀";

        var segments = MarkedText.Cut(Text, [Claim(1, 3, 10), Said(2, 1, 12)]);

        Assert.Equal(["😀", "😀 ", "12 dead", " 😀"], segments.Select(segment => segment.Text));
    }

    [Fact]
    public void Two_marks_of_one_span_share_a_segment_and_the_claim_is_the_inner_one()
    {
        var segments = MarkedText.Cut("12 dead.", [Claim(5, 0, 7), Said(4, 0, 7)]);

        Assert.Equal(["12 dead", "."], segments.Select(segment => segment.Text));
        Assert.Equal([4, 5], segments[0].Marks.Select(mark => mark.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no marks at all")]
    [InlineData("\r\n\t\u0301x\u202E👩‍👩‍👧")]
    public void Segments_put_together_are_the_text(string text)
    {
        var half = text.EnumerateRunes().Count() / 2;

        var segments = MarkedText.Cut(text, [Said(1, 0, half), Claim(2, half / 2, half + 1)]);

        Assert.Equal(text, string.Concat(segments.Select(segment => segment.Text)));
    }

    [Fact]
    public void Where_only_marked_words_may_be_shown_the_rest_is_left_out()
    {
        var shown = MarkedText.WithoutTheRest(MarkedText.Cut("secret 12 dead secret", [Claim(1, 7, 14)]));

        Assert.Equal(" […] 12 dead […] ", string.Concat(shown.Select(segment => segment.Text)));
    }

    private static Mark Claim(long id, int start, int end) => new(id, start, end, IsClaim: true, "killed");

    private static Mark Said(long id, int start, int end) => new(id, start, end, IsClaim: false, "quote");
}
