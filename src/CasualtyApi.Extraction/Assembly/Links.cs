namespace CasualtyApi.Extraction.Assembly;

/// <summary>Which claims of one document say an earlier one again.</summary>
internal static class Links
{
    /// <summary>Links each repeat to the first claim of its kind; the claims come in document order.</summary>
    public static void Repeats(List<ClaimDraft> claims)
    {
        var unnamed = new Dictionary<(CasualtyCategory, CountRelation, long?, long?), EarlierClaims>();
        var told = new Dictionary<(CasualtyCategory, CountRelation, long?, long?, string, PartyKind, string?), EarlierClaims>();
        foreach (var claim in claims)
        {
            // One person by one name is one, whatever he is called beside it.
            var isPerson = claim is { Name: not null, Count: { Low: 1, High: 1 } };
            var key = (claim.Category, claim.Count.Relation, claim.Count.Low, claim.Count.High, isPerson ? "" : claim.Party.Name, isPerson ? PartyKind.People : claim.Party.Kind, claim.Name);
            if (!told.TryGetValue(key, out var earlier))
            {
                told.Add(key, earlier = new EarlierClaims());
            }

            var number = (claim.Category, claim.Count.Relation, claim.Count.Low, claim.Count.High);
            claim.Repeats = CanRepeat(claim) ? earlier.FirstSaying(claim) ?? unnamed.GetValueOrDefault(number)?.FirstSaying(claim) : null;
            if (claim.Repeats is null && claim.Certainty != Certainty.Denied)
            {
                earlier.Add(claim);
                if (IsOfNobodyNamed(claim))
                {
                    unnamed.TryAdd(number, new EarlierClaims());
                    unnamed[number].Add(claim);
                }
            }
        }
    }

    /// <summary>A headline's "blast kills 15" says the body's "15 worshippers were killed", whoever they are.</summary>
    private static bool IsOfNobodyNamed(ClaimDraft claim) =>
        claim is { Mention.Sentence: 0, Party: { Text: null, Kind: PartyKind.People, Country: null }, Count.Low: > 1, Name: null };

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
}
