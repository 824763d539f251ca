namespace CasualtyApi.Extraction.Counts;

/// <summary>A count in the text: tokens [First, End), what it says, and the rule that read it.</summary>
/// <param name="First">The first token of the words.</param>
/// <param name="End">Behind the last token of the words.</param>
/// <param name="Next">Behind what binds it to its noun, too: the "of" in "dozens of soldiers".</param>
/// <param name="Relation">How the ends relate to the words.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Rule">The rule that read it.</param>
internal sealed record CountPhrase(int First, int End, int Next, CountRelation Relation, long? Low, long? High, string Rule)
{
    /// <summary>The words hedge themselves ("an estimated 300"): the claim is estimated, too.</summary>
    public bool IsEstimate { get; init; }
}
