namespace CasualtyApi.Extraction.Assembly;

/// <summary>
/// The claims of one count and party that an article has made so far, and the first of them that a later one says again. A place,
/// period, scope or originator that one of the two does not name is compatible with any.
/// </summary>
internal sealed class EarlierClaims
{
    /// <summary>So many are gone through one by one; more are looked up, so that no article's work grows with their square.</summary>
    private const int Few = 16;

    private static readonly object Whatever = new();
    private static readonly object Unknown = new();

    private readonly List<(ClaimDraft Claim, Situation Situation)> claims = [];
    private Dictionary<Situation, int>? first;

    public void Add(ClaimDraft claim)
    {
        claims.Add((claim, Of(claim)));
        if (claims.Count == Few)
        {
            first = [];
            for (var index = 0; index < Few; index++)
            {
                Index(index);
            }
        }
        else if (first is not null)
        {
            Index(claims.Count - 1);
        }
    }

    public ClaimDraft? FirstSaying(ClaimDraft claim)
    {
        var situation = Of(claim);
        for (var index = FirstCompatible(situation); index < claims.Count; index++)
        {
            if (claims[index].Situation.IsCompatible(situation) && !AreJoined(claims[index].Claim, claim))
            {
                return claims[index].Claim;
            }
        }

        return null;
    }

    /// <summary>"a lieutenant and one private were killed": what one coordination joins are two.</summary>
    private static bool AreJoined(ClaimDraft earlier, ClaimDraft later) =>
        earlier.Mention.Sentence == later.Mention.Sentence && earlier.Mention.TriggerFirst == later.Mention.TriggerFirst;

    /// <summary>Where to begin looking: at the first compatible claim where they are indexed. Only those joined with it are ever passed over.</summary>
    private int FirstCompatible(Situation situation)
    {
        if (first is null)
        {
            return 0;
        }

        var least = claims.Count;
        foreach (var sought in situation.Combinations(isSought: true))
        {
            least = first.TryGetValue(sought, out var index) ? Math.Min(least, index) : least;
        }

        return least;
    }

    private void Index(int index)
    {
        foreach (var kept in claims[index].Situation.Combinations(isSought: false))
        {
            first!.TryAdd(kept, index);
        }
    }

    private static Situation Of(ClaimDraft claim) => new(
        claim.Statement!.Draft.Speaker?.Originator ?? Unknown,
        claim.Place?.Name.ToUpperInvariant() ?? Unknown,
        claim.Period?.Text.ToUpperInvariant() ?? Unknown,
        claim.Scope == ClaimScope.Unspecified ? Unknown : claim.Scope);

    private sealed record Situation(object Originator, object Place, object Period, object Scope)
    {
        public bool IsCompatible(Situation other) =>
            Meet(Originator, other.Originator) && Meet(Place, other.Place) && Meet(Period, other.Period) && Meet(Scope, other.Scope);

        /// <summary>A claim is kept under what it says and under "whatever"; sought is what is said or not known, or whatever where nothing is said.</summary>
        public IEnumerable<Situation> Combinations(bool isSought) =>
            from originator in Values(Originator, isSought)
            from place in Values(Place, isSought)
            from period in Values(Period, isSought)
            from scope in Values(Scope, isSought)
            select new Situation(originator, place, period, scope);

        private static bool Meet(object left, object right) => left == Unknown || right == Unknown || left.Equals(right);

        private static object[] Values(object value, bool isSought) => !isSought ? [value, Whatever] : value == Unknown ? [Whatever] : [value, Unknown];
    }
}
