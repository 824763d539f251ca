namespace CasualtyApi.Extraction.Tests;

/// <summary>A class of phrases that the engine does not read, and the cases of it, by their place in the file.</summary>
internal sealed record RecognizersTextSkip(string Class, int[] Numbers, int[] Ranges)
{
    public int Count => Numbers.Length + Ranges.Length;

    public static IReadOnlyList<RecognizersTextSkip> All { get; } =
    [
        new("negative numbers", [29, 30, 31, 32, 35, 36, 41, 123, 124, 125, 126, 127, 128, 129, 153, 166], [4, 63, 64]),
        new("powers and scientific notation", [57, 58, 79, 80, 81, 82, 83, 84, 85, 86, 87, 190, 191, 192], []),
        new("ratios (\"one in three\", \"one over 20\")", [111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 134, 135, 164, 214, 215], [57]),
        new("fractions whose divisor is several words, or a millionth", [18, 19, 70, 90, 96, 97, 98, 99, 100, 102, 107, 108, 109, 110], []),
        new("fractions written with a slash or as one sign", [62, 63, 183, 184, 185], [21]),
        new("a bare ordinal for a fraction: \"a fifth\" is one more here", [76, 89], []),
        new("words parted by a hyphen between spaces", [49, 121, 130, 132, 133], []),
        new("letters for powers of ten, where nothing is counted behind them", [40, 54, 88, 145, 193, 194, 225, 226], []),
        new("decimal commas", [159, 187, 200], []),
        new("lists and addresses in one token", [1, 198], []),
        new("ranges between ordinals or shares", [], [3, 5, 13, 71]),
        new("equality as a verb, verbs of passing", [], [33, 34, 68, 72, 73]),
        new("\"or equal\" and \"or more than\" behind the number", [], [37, 42, 46, 48, 49, 50]),
        new("a range that stops being one before a year", [], [69]),
    ];

    public bool Has(RecognizersTextCase phrase) => Array.IndexOf(phrase.Model == "NumberModel" ? Numbers : Ranges, phrase.Number) >= 0;
}
