using CasualtyApi.Store.Wording;
using CsCheck;

namespace CasualtyApi.Tests.Store.Wording;

public sealed class CodePointTextTests
{
    private static readonly string[] Pieces = ["a", "é", "e\u0301", "🕊", "𝄞", "\r\n", " ", "한"];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(indexes => string.Concat(indexes.Select(index => Pieces[index])));

    [Fact]
    public void Spans_count_code_points_wherever_astral_characters_stand() => Texts.Sample(text =>
    {
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        var measured = new CodePointText(text);
        Assert.Equal(runes.Length, measured.Length);
        for (var start = 0; start <= runes.Length; start++)
        {
            for (var end = start; end <= runes.Length; end++)
            {
                Assert.Equal(string.Concat(runes[start..end]), measured.At(start, end));
            }
        }
    });

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 4)]
    public void A_span_outside_the_text_has_no_words(int start, int end) => Assert.Null(new CodePointText("a🕊c").At(start, end));

    [Theory]
    [InlineData("One line.", "One line.")]
    [InlineData("\n  First line. \nSecond", "First line.")]
    [InlineData("Recent reports indicate significant losses among North Korean troops", "Recent reports indicate significant losses among North")]
    [InlineData("aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffffg hh", "aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffffg")]
    [InlineData("🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊", "🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊")]
    public void A_texts_opening_is_its_first_60_code_points_cut_after_a_word(string text, string opening) =>
        Assert.Equal(opening, Opening.Of(text));
}
