using System.Globalization;
using CasualtyApi.Tests;
using Xunit.Abstractions;

namespace CasualtyApi.Extraction.Tests;

/// <summary>The number reader against the English number and range phrases of Microsoft's Recognizers-Text: value and span, both exact.</summary>
public sealed class RecognizersTextTests(ITestOutputHelper output)
{
    private const double LeastExact = 0.95;
    private const double MostSkipped = 1.0 / 3;

    [SharedFact]
    public void Numbers_and_ranges_are_read_with_their_value_and_their_span()
    {
        var all = RecognizersTextCase.Numbers().Concat(RecognizersTextCase.Ranges()).ToArray();
        var supported = all.Where(phrase => !RecognizersTextSkip.All.Any(skip => skip.Has(phrase))).ToArray();
        var wrong = supported.Where(phrase => !phrase.IsExact).ToArray();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{supported.Length - wrong.Length} of {supported.Length} supported cases exact ({(double)(supported.Length - wrong.Length) / supported.Length:P1}); {all.Length - supported.Length} of {all.Length} skipped:"));
        foreach (var skip in RecognizersTextSkip.All)
        {
            output.WriteLine($"  {skip.Count,3}  {skip.Class}");
        }

        foreach (var phrase in wrong)
        {
            output.WriteLine($"  wrong: {phrase.Model} {phrase.Number}: expected {string.Join("; ", phrase.Expected)}, read {string.Join("; ", phrase.Read)}");
        }

        Assert.Equal(322, all.Length);
        Assert.InRange((double)(supported.Length - wrong.Length) / supported.Length, LeastExact, 1);
        Assert.InRange((double)(all.Length - supported.Length) / all.Length, 0, MostSkipped);
    }

    /// <summary>A case that the engine has learnt to read leaves the list.</summary>
    [SharedFact]
    public void What_is_skipped_is_not_read() =>
        Assert.Empty(RecognizersTextCase.Numbers().Concat(RecognizersTextCase.Ranges())
            .Where(phrase => phrase.IsExact && RecognizersTextSkip.All.Any(skip => skip.Has(phrase))).Select(phrase => $"{phrase.Model} {phrase.Number}"));

    [Fact]
    public void A_case_is_skipped_once() =>
        Assert.Empty(RecognizersTextSkip.All.SelectMany(skip => skip.Numbers.Select(number => $"N{number}").Concat(skip.Ranges.Select(number => $"R{number}")))
            .GroupBy(number => number).Where(group => group.Count() > 1).Select(group => group.Key));
}
