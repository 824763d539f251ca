using CasualtyApi.Extraction.Casualties;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>Which claims of one document say an earlier one again.</summary>
internal static class Links
{
    /// <summary>How many claims back the figure may stand that a toll has risen from.</summary>
    private const int FarthestFormer = 12;

    /// <summary>The toll of one event does not rise so many times over from one report to the next: that of the war is another.</summary>
    private const int MostTurn = 3;

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

        for (var index = 0; index < claims.Count; index++)
        {
            if (claims[index] is { Updates: null, Repeats: null, PartOf: null, Mention.Turn: not TollTurn.None } toll) toll.Updates = Former(claims, index);
        }
    }

    /// <summary>
    /// "The toll has risen to 30" replaces the 25 told before by the same, "taking the toll to 11" the ten told before the one more: the nearest earlier figure of the
    /// same harm that the words can mean; null where none is.
    /// </summary>
    private static ClaimDraft? Former(List<ClaimDraft> claims, int index)
    {
        var (toll, added) = (claims[index], 0L);
        for (var before = index - 1; before >= Math.Max(0, index - FarthestFormer); before--)
        {
            var earlier = claims[before];
            if (earlier.Category != toll.Category || earlier is { PartOf: not null } or { Certainty: Certainty.Denied } or { Scope: ClaimScope.Rate }) continue;
            if (earlier.Statement!.Draft.Speaker?.Originator != toll.Statement!.Draft.Speaker?.Originator || earlier.Count is not { Low: { } old } || toll.Count.Low is not { } now) continue;
            if (toll.Mention.Turn == TollTurn.Added && earlier.Mention.Sentence == toll.Mention.Sentence)
            {
                added += old;
            }
            else if (toll.Mention.Turn == TollTurn.Added ? added > 0 && old + added == now : old != now && old <= now * MostTurn && now <= old * MostTurn)
            {
                return earlier.Repeats ?? earlier;
            }
        }

        return null;
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
            FirstSaying(claim, Number.Of(claim)) ?? (claim.IsFurther ? null : FirstSaying(claim, Number.Of(claim) with { IsFurther = true }));

        private ClaimDraft? FirstSaying(ClaimDraft claim, Number number) =>
            told.GetValueOrDefault(Key(claim, number))?.FirstSaying(claim)
            ?? ofNobodyNamed.GetValueOrDefault(number)?.FirstSaying(claim)
            ?? (IsOfNobodyNamed(claim) ? attributed.GetValueOrDefault(number)?.FirstSaying(claim) : null);

        public void Add(ClaimDraft claim)
        {
            Add(told, Key(claim, Number.Of(claim)), claim);
            if (IsOfNobodyNamed(claim)) Add(ofNobodyNamed, Number.Of(claim), claim);
            if (IsAttributed(claim)) Add(attributed, Number.Of(claim), claim);
        }

        private static void Add<TKey>(Dictionary<TKey, EarlierClaims> known, TKey key, ClaimDraft claim) where TKey : notnull
        {
            if (!known.TryGetValue(key, out var earlier)) known.Add(key, earlier = new EarlierClaims());
            earlier.Add(claim);
        }

        /// <summary>One person by one name is one, whatever he is called beside it.</summary>
        private static (Number, string, PartyKind, string?) Key(ClaimDraft claim, Number number) =>
            claim is { Name: not null, Count: { Low: 1, High: 1 } }
                ? (number, "", PartyKind.People, claim.Name)
                : (number, claim.Party.Name, claim.Party.Kind, claim.Name);

        /// <summary>A headline's "blast kills 15" says the body's "15 worshippers were killed", whoever they are.</summary>
        private static bool IsOfNobodyNamed(ClaimDraft claim) =>
            claim is { Mention.Sentence: 0, Party: { Text: null, Kind: PartyKind.People, Country: null }, Count.Low: > 1, Name: null };
    }

    private readonly record struct Number(CasualtyCategory Category, CountRelation Relation, long? Low, long? High, bool IsFurther)
    {
        public static Number Of(ClaimDraft claim) => new(claim.Category, claim.Count.Relation, claim.Count.Low, claim.Count.High, claim.IsFurther);
    }
}
