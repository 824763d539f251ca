using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;
using CsCheck;

namespace CasualtyApi.Extraction.Tests;

/// <summary>
/// Words of the vocabulary in any order, with marks or without, ending anywhere: news is cut off, pasted and machine-made, and
/// a rule that expects a full stop must not fall over its absence.
/// </summary>
public sealed class WordSaladTests
{
    private const WordClass Telling = WordClass.Function | WordClass.Number | WordClass.VagueNumber | WordClass.Ordinal | WordClass.Casualty
        | WordClass.ReportingVerb | WordClass.TimeUnit | WordClass.Weekday | WordClass.Hedge;

    private static readonly string[] Others =
    [
        "people", "soldiers", "a soldier", "children", "Kirby", "John Smith", "the mayor", "Mosul", "Russian", "the Pentagon", "he", "them", "others", "region", "toll",
        "number", "12", "1,000", "7.5", "2023", "$", "%", ",", ",", ".", ":", ";", "–", "-", "—", "(", ")", "“", "”", "\"", "'", "’s", "+", ">", "…", "\n", "\n\n",
    ];

    private static readonly string[] Words =
        [.. EnglishVocabulary.Load().Words.Values.Where(word => (word.Class & Telling) != 0).Select(word => word.Text).Order(StringComparer.Ordinal)];

    private static readonly Gen<string> Word = Gen.OneOf(OneOf(Words), OneOf(Others));

    private static readonly Gen<string> Salad = Word.Array[1, 24].Select(words => string.Join(' ', words));

    [Fact]
    public void It_is_read_and_says_its_own_words() => Salad.Sample(SpanTests.CheckSpans, iter: 20_000, threads: 1);

    [Fact]
    public void So_it_is_in_capitals() => Salad.Sample(text => SpanTests.CheckSpans(text.ToUpperInvariant()), iter: 5_000, threads: 1);

    [Theory]
    [InlineData("The murder in Lima")]
    [InlineData("The killing on Monday of six priests")]
    [InlineData("Losses over the past day")]
    [InlineData("Killed in the attack")]
    [InlineData("The paper quoted the mayor as saying")]
    public void A_deed_may_end_without_a_full_stop(string text) => SpanTests.CheckSpans(text);

    private static Gen<string> OneOf(string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);
}
