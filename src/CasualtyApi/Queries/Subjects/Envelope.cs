namespace CasualtyApi.Queries.Subjects;

/// <summary>A range of people. `high` null is open: nobody said how many at most.</summary>
/// <param name="Low">The least; where nobody said so, 0.</param>
/// <param name="High">The most; null where it is open.</param>
internal sealed record Envelope(long Low, long? High)
{
    public static Envelope Of(SelectedClaim claim) => new(claim.Low ?? 0, claim.High);

    /// <summary>From the smallest low to the largest high; open where one of them is. Null of nothing.</summary>
    public static Envelope? Over(IReadOnlyCollection<SelectedClaim> claims) => claims.Count == 0 ? null : new(
        claims.Min(claim => claim.Low ?? 0),
        claims.Any(claim => claim.High is null) ? null : claims.Max(claim => claim.High));

    /// <summary>The same over the claims that state both ends; null where none does.</summary>
    public static Envelope? Closed(IEnumerable<SelectedClaim> claims) =>
        Over([.. claims.Where(claim => claim is { Low: not null, High: not null })]);

    /// <summary>Lows added to lows and highs to highs. A sum beyond counting stays at the end of the numbers, with an open high.</summary>
    public static Envelope operator +(Envelope one, Envelope other) => one.Low > long.MaxValue - other.Low
        ? new(long.MaxValue, null)
        : new(one.Low + other.Low, one.High > long.MaxValue - other.High ? null : one.High + other.High);
}
