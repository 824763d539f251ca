namespace CasualtyApi.Extraction.Tests;

/// <summary>
/// Texts of the specifications, cut anywhere and spliced: whatever a rule is sure to find behind its words can be cut off in what a newsroom pastes. A character cut in half is none, as the service has it.
/// The same texts in every run.
/// </summary>
public sealed class SplicedTextTests
{
    private const int Texts = 20_000;

    private static readonly string[] Pieces =
    [
        .. new[] { "counts.md", "casualties.md", "parties.md", "periods.md", "places.md", "links.md", "attribution.md", "quotations.md" }
            .SelectMany(SpecTable.Read).Select(row => row["text"]).Where(text => text.Length > 0),
    ];

    private static readonly string[] Joints = [" ", "\n\n", "\n\n", "\n", ""];

    [Fact]
    public void They_are_read_and_say_their_own_words()
    {
        var drawn = new Drawn(7);
        for (var text = 0; text < Texts; text++)
        {
            var parts = Enumerable.Range(0, 1 + drawn.Below(5)).Select(_ => Cut(Pieces[drawn.Below(Pieces.Length)], ref drawn)).ToList();
            SpanTests.CheckSpans(SpanTests.WellFormed(string.Join(Joints[drawn.Below(Joints.Length)], parts)));
        }
    }

    [Theory]
    [InlineData("A gunman killed three people before turning the gun on")]
    [InlineData("The navy lost 900 sailors, of whom 400 were killed.\n\nBoats sank, with cadets accounting for 188 of the total.")]
    [InlineData("Among dead, four hailed from Herat.")]
    [InlineData("“Why?” she asked him.\n\n“No reason.”")]
    [InlineData("“Which one?” the usher asked him.\n\n“The red one.”\n\n“Sure?”")]
    [InlineData("Hale asked her whether it was red.\n\n“It was.”")]
    public void So_are_those_that_once_were_not(string text) => SpanTests.CheckSpans(text);

    /// <summary>The whole, its beginning, its end, or a piece between.</summary>
    private static string Cut(string piece, ref Drawn drawn)
    {
        var (first, last) = (drawn.Below(piece.Length + 1), drawn.Below(piece.Length + 1));
        return drawn.Below(4) switch
        {
            0 => piece,
            1 => piece[..last],
            2 => piece[first..],
            _ => piece[Math.Min(first, last)..Math.Max(first, last)],
        };
    }

    /// <summary>Numbers drawn alike in every run: a linear congruence with Knuth's constants for 64 bits.</summary>
    private struct Drawn(ulong seed)
    {
        private ulong state = seed;

        public int Below(int bound)
        {
            state = unchecked((state * 6364136223846793005) + 1442695040888963407);
            return (int)((state >> 33) % (ulong)bound);
        }
    }
}
