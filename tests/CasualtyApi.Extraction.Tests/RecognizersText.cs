using System.Globalization;
using System.Text.Json.Nodes;
using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;
using CasualtyApi.Tests;

namespace CasualtyApi.Extraction.Tests;

/// <summary>A phrase of Microsoft's Recognizers-Text with the numbers it holds, and what the engine reads there: "13-16 = 200", ends included.</summary>
internal sealed record RecognizersTextCase(string Model, int Number, IReadOnlyList<string> Expected, IReadOnlyList<string> Read)
{
    public bool IsExact => Expected.SequenceEqual(Read);

    public static IEnumerable<RecognizersTextCase> Numbers() => Of("NumberModel", Value, NumbersIn);

    public static IEnumerable<RecognizersTextCase> Ranges() => Of("NumberRangeModel", Interval, RangesIn);

    private static IEnumerable<RecognizersTextCase> Of(string model, Func<string, string> value, Func<Article, IEnumerable<string>> read) =>
        JsonNode.Parse(File.ReadAllText(SharedData.Path($"eval/recognizers-text/{model}.json")))!.AsArray().Select((node, number) => new RecognizersTextCase(
            model,
            number,
            [.. node!["Results"]!.AsArray().Select(result => $"{(int)result!["Start"]!}-{(int)result["End"]!} = {value((string)result["Resolution"]!["value"]!)}")],
            [.. read(Article.Of((string)node["Input"]!, Lexicon.English))]));

    private static IEnumerable<string> NumbersIn(Article article)
    {
        for (var at = 0; at < article.Tokens.Length; at++)
        {
            if (NumberReader.TryRead(article, at) is { } number)
            {
                yield return $"{Span(article, number.First, number.End)} = {Rounded((double)number.Value)}";
                at = number.End - 1;
            }
        }
    }

    /// <summary>
    /// Bounded counts. Where theirs differs from ours: a word that only hedges what is bounded already ("about 500 or more") belongs
    /// to our count and not to theirs, and what they call the range from 20 to 20 ("equal to 20") is a plain count here.
    /// </summary>
    private static IEnumerable<string> RangesIn(Article article)
    {
        for (var at = 0; at < article.Tokens.Length; at++)
        {
            if (CountReader.TryRead(article, at) is not { } count)
            {
                continue;
            }

            var inner = article.Tokens[at].Word.Text == "about" ? CountReader.TryRead(article, at + 1) : null;
            var shown = inner is { Relation: not CountRelation.Exactly } ? inner : count;
            var isEquality = count.Relation == CountRelation.Exactly && article.Tokens[at].Word.Text == "equal";
            if (isEquality || shown.Relation is not (CountRelation.Exactly or CountRelation.Vague or CountRelation.About or CountRelation.Unquantified))
            {
                yield return $"{Span(article, shown.First, shown.End)} = {(isEquality ? CountRelation.Between : shown.Relation)} {shown.Low}..{shown.High}";
            }

            at = count.End - 1;
        }
    }

    private static string Value(string value) => Rounded(double.Parse(value, CultureInfo.InvariantCulture));

    /// <summary>"(20,35]"; their ranges with two ends leave out the last, which "between" does not say: both ends are kept.</summary>
    private static string Interval(string value)
    {
        var ends = value[1..^1].Split(',');
        var relation = (ends[0].Length, ends[1].Length) switch
        {
            (0, _) => value[^1] == ']' ? CountRelation.AtMost : CountRelation.LessThan,
            (_, 0) => value[0] == '[' ? CountRelation.AtLeast : CountRelation.MoreThan,
            _ => CountRelation.Between,
        };
        return $"{relation} {ends[0]}..{ends[1]}";
    }

    private static string Span(Article article, int first, int end) => $"{article.Tokens[first].Start}-{article.Tokens[end - 1].End - 1}";

    private static string Rounded(double value) => value.ToString("G12", CultureInfo.InvariantCulture);
}
