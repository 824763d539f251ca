namespace CasualtyApi.Extraction.Assembly;

/// <summary>Who claims it, where, when, and of what scope; what the words do not say is unknown and meets anything.</summary>
internal readonly record struct Situation(object Originator, object Place, object Period, object Scope)
{
    /// <summary>Each of the four is kept, or sought, under one of two values.</summary>
    public const int Choices = 16;

    private static readonly object Whatever = new();
    private static readonly object Unknown = new();
    private static readonly object[] Scopes = [.. Enum.GetValues<ClaimScope>().Select(scope => scope == ClaimScope.Unspecified ? Unknown : scope)];

    public static Situation Of(ClaimDraft claim) => new(
        claim.Statement!.Draft.Speaker?.Originator ?? Unknown,
        claim.Place?.Name.ToUpperInvariant() ?? Unknown,
        claim.Period?.Text.ToUpperInvariant() ?? Unknown,
        Scopes[(int)claim.Scope]);

    public bool IsCompatible(in Situation other) =>
        Meet(Originator, other.Originator) && Meet(Place, other.Place) && Meet(Period, other.Period) && Meet(Scope, other.Scope);

    /// <summary>What a claim is kept under: for each of the four what it says, or "whatever".</summary>
    /// <param name="choice">A bit for each of the four, set for "whatever".</param>
    public Situation Kept(int choice) => new(Kept(Originator, choice & 1), Kept(Place, choice & 2), Kept(Period, choice & 4), Kept(Scope, choice & 8));

    /// <summary>What is sought for a claim: what it says or "unknown"; "whatever" where it says nothing.</summary>
    /// <param name="choice">A bit for each of the four, set for the second of the two.</param>
    public Situation Sought(int choice) => new(Sought(Originator, choice & 1), Sought(Place, choice & 2), Sought(Period, choice & 4), Sought(Scope, choice & 8));

    private static object Kept(object value, int bit) => bit == 0 ? value : Whatever;

    private static object Sought(object value, int bit) => value == Unknown ? Whatever : bit == 0 ? value : Unknown;

    private static bool Meet(object left, object right) => left == Unknown || right == Unknown || left.Equals(right);
}
