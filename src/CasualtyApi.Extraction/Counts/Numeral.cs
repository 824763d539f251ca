namespace CasualtyApi.Extraction.Counts;

/// <summary>A number in the text, whole or not: tokens [First, End).</summary>
/// <param name="First">The first token of the words.</param>
/// <param name="End">Behind the last token.</param>
/// <param name="Value">What it says; "two thirds" is no whole number.</param>
/// <param name="Scale">What its last words multiply by: a million in "1.2 million", else 1.</param>
internal readonly record struct Numeral(int First, int End, decimal Value, decimal Scale = 1)
{
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>Counts something: people come whole.</summary>
    public bool IsWhole => Value <= Largest && Value == decimal.Truncate(Value);

    /// <summary>A share of something: "two thirds".</summary>
    public bool IsShare => Value is > 0 and < 1;

    public long Count => (long)Value;
}
