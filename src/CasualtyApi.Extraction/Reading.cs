namespace CasualtyApi.Extraction;

/// <summary>
/// What the engine read in one text: statements, and the claims inside them. Both are ordered by start, then end
/// (claims then by category), which is the order they are given ids in.
/// </summary>
public sealed record Reading(IReadOnlyList<StatementReading> Statements, IReadOnlyList<ClaimReading> Claims)
{
    /// <summary>No statement and no claim: what a text without either reads as.</summary>
    public static Reading Empty { get; } = new([], []);
}

/// <summary>
/// A stretch of the text, end exclusive. In a <see cref="Reading"/> it counts Unicode code points, as the W3C Web
/// Annotation model's TextPositionSelector demands.
/// </summary>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;
}
