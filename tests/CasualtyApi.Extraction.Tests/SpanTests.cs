using System.Text;
using CsCheck;

namespace CasualtyApi.Extraction.Tests;

/// <summary>Whatever the text, the words of every statement, claim and speaker are the text's words at their code points.</summary>
public sealed class SpanTests
{
    private static readonly string[] Pieces =
    [
        "12 people were killed", "Kirby said", "“", "”", "\"", "'", "according to the ministry", ", ", ". ", "\n", "\n\n", " ", "𝔘𝔫 ", "😀", "e\u0301", "\u00AD",
        "At least 40 soldiers died", "in Mosul", "the death toll rose from 38 to 41", "more than", "1,000", "and", "or", "(", ")", "—", "he told Reuters", "’s", "U.S.",
        "including three children", "no one was hurt", "\u202E", "\u200B", "Ünïcödé", "北京", "heavy casualties among", "Russian troops", "suicide", "denied", "that",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Const(0).SelectMany(_ => Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(indexes => string.Join(" ", indexes.Select(index => Pieces[index])))),
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(indexes => string.Concat(indexes.Select(index => Pieces[index]))),
        Gen.String.Select(WellFormed));

    [Fact]
    public void Every_reading_says_the_texts_own_words() => Text.Sample(CheckSpans, iter: 3_000);

    [Fact]
    public void A_text_may_begin_with_the_bare_number_that_a_rule_looks_before() =>
        CheckSpans("1,000 in Mosul heavy casualties among At least 40 soldiers died . At least 40 soldiers died ' no one was hurt");

    [Fact]
    public void An_astral_character_before_a_claim_counts_as_one()
    {
        var claim = Assert.Single(ArticleReader.Default.Read("😀😀 Twelve people were killed.").Claims);

        Assert.Equal(new Span(3, 28), new Span(claim.Span.Start, claim.Span.End + 0));
        Assert.Equal("Twelve people were killed", claim.Text);
    }

    [Fact]
    public void A_combining_mark_counts_as_a_code_point_of_its_own()
    {
        var claim = Assert.Single(ArticleReader.Default.Read("Cafe\u0301: twelve people were killed.").Claims);

        Assert.Equal(7, claim.Span.Start);
    }

    internal static void CheckSpans(string text)
    {
        var codePoints = text.EnumerateRunes().ToArray();
        var reading = ArticleReader.Default.Read(text, new DateOnly(2024, 3, 15));
        foreach (var statement in reading.Statements)
        {
            Assert.Equal(statement.Text, At(codePoints, statement.Span));
            if (statement.SpeakerSpan is { } speaker)
            {
                Assert.Equal(statement.SpeakerText, At(codePoints, speaker));
            }
        }

        foreach (var claim in reading.Claims)
        {
            Assert.Equal(claim.Text, At(codePoints, claim.Span));
            Assert.True(reading.Statements[claim.Statement].Span.Contains(claim.Span));
            Assert.All(new[] { claim.Repeats, claim.PartOf, claim.Updates, claim.Disputes }, link => Assert.InRange(link ?? 0, 0, reading.Claims.Count - 1));
            Assert.True(claim.Count.Low is null || claim.Count.High is null || claim.Count.Low <= claim.Count.High);
            Assert.NotEmpty(claim.Rules);
        }
    }

    private static string At(Rune[] codePoints, Span span) => string.Concat(codePoints[span.Start..span.End].Select(rune => rune.ToString()));

    internal static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
