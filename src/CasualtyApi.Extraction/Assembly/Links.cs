namespace CasualtyApi.Extraction.Assembly;

/// <summary>Which claims of one document say an earlier one again.</summary>
internal static class Links
{
    /// <summary>
    /// Links each repeat to the first claim of its kind; the claims come in document order. What somebody says comes before what nobody is
    /// named for: a headline or a lead says it again, though it stands first.
    /// </summary>
    public static void Repeats(List<ClaimDraft> claims)
    {
        var known = new KnownNumbers();
        foreach (var claim in claims.Where(IsAttributed).Concat(claims.Where(claim => !IsAttributed(claim))))
        {
            claim.Repeats = CanRepeat(claim) ? known.FirstSaying(claim) : null;
            if (claim.Repeats is null && claim.Certainty != Certainty.Denied) known.Add(claim);
        }
    }

    /// <summary>"The ministry put the toll at 38. It now stands at 41": who tells the new figure has not told the old one, and replaces nothing of his own.</summary>
    public static void Updates(List<ClaimDraft> claims)
    {
        foreach (var claim in claims.Where(claim => claim.Updates is { } earlier && earlier.Statement is { } told && told.Draft.Speaker?.Originator != claim.Statement!.Draft.Speaker?.Originator))
        {
            claim.Updates = null;
        }
    }

    private static bool IsAttributed(ClaimDraft claim) => claim.Statement!.Draft.Speaker is not null;

    /// <summary>Links a number that somebody denies to the one that another had claimed before in the same words.</summary>
    public static void Disputes(List<ClaimDraft> claims)
    {
        var claimed = new Dictionary<(CasualtyCategory, long?, long?), ClaimDraft>();
        foreach (var claim in claims)
        {
            var key = (claim.Category, claim.Count.Low, claim.Count.High);
            if (claim.Certainty != Certainty.Denied)
            {
                claimed.TryAdd(key, claim);
            }
            else if (claim.Disputes is null && claim.Count.Low is not null && claimed.TryGetValue(key, out var earlier)
                && earlier.Statement!.Draft.Speaker?.Originator != claim.Statement!.Draft.Speaker?.Originator)
            {
                claim.Disputes = earlier;
            }
        }
    }

    /// <summary>"a soldier" and "another two" are people not counted before.</summary>
    private static bool CanRepeat(ClaimDraft claim) =>
        !claim.IsNew && claim.Certainty != Certainty.Denied && claim.Scope != ClaimScope.Rate;

    /// <summary>The numbers told so far, by what they count.</summary>
    private sealed class KnownNumbers
    {
        private readonly Dictionary<(Number, string, PartyKind, string?), EarlierClaims> told = [];
        private readonly Dictionary<Number, EarlierClaims> ofNobodyNamed = [], attributed = [];

        public ClaimDraft? FirstSaying(ClaimDraft claim) =>
            told.GetValueOrDefault(Key(claim))?.FirstSaying(claim)
            ?? ofNobodyNamed.GetValueOrDefault(Number.Of(claim))?.FirstSaying(claim)
            ?? (IsOfNobodyNamed(claim) ? attributed.GetValueOrDefault(Number.Of(claim))?.FirstSaying(claim) : null);

        public void Add(ClaimDraft claim)
        {
            Add(told, Key(claim), claim);
            if (IsOfNobodyNamed(claim)) Add(ofNobodyNamed, Number.Of(claim), claim);
            if (IsAttributed(claim)) Add(attributed, Number.Of(claim), claim);
        }

        private static void Add<TKey>(Dictionary<TKey, EarlierClaims> known, TKey key, ClaimDraft claim) where TKey : notnull
        {
            if (!known.TryGetValue(key, out var earlier)) known.Add(key, earlier = new EarlierClaims());
            earlier.Add(claim);
        }

        /// <summary>One person by one name is one, whatever he is called beside it.</summary>
        private static (Number, string, PartyKind, string?) Key(ClaimDraft claim) =>
            claim is { Name: not null, Count: { Low: 1, High: 1 } }
                ? (Number.Of(claim), "", PartyKind.People, claim.Name)
                : (Number.Of(claim), claim.Party.Name, claim.Party.Kind, claim.Name);

        /// <summary>A headline's "blast kills 15" says the body's "15 worshippers were killed", whoever they are.</summary>
        private static bool IsOfNobodyNamed(ClaimDraft claim) =>
            claim is { Mention.Sentence: 0, Party: { Text: null, Kind: PartyKind.People, Country: null }, Count.Low: > 1, Name: null };
    }

    private readonly record struct Number(CasualtyCategory Category, CountRelation Relation, long? Low, long? High)
    {
        public static Number Of(ClaimDraft claim) => new(claim.Category, claim.Count.Relation, claim.Count.Low, claim.Count.High);
    }
}
