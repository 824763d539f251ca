namespace CasualtyApi.Extraction.Assembly;

/// <summary>Which claims of one document say an earlier one again.</summary>
internal static class Links
{
    /// <summary>Links each repeat to the first claim of its kind; the claims come in document order.</summary>
    public static void Repeats(List<ClaimDraft> claims)
    {
        var first = new Dictionary<(CasualtyCategory, CountRelation, long?, long?, string, PartyKind, string?), List<ClaimDraft>>();
        foreach (var claim in claims)
        {
            var key = (claim.Category, claim.Count.Relation, claim.Count.Low, claim.Count.High, claim.Party.Name, claim.Party.Kind, claim.Name);
            if (!first.TryGetValue(key, out var earlier))
            {
                first.Add(key, earlier = []);
            }

            claim.Repeats = CanRepeat(claim) ? earlier.Find(candidate => Says(candidate, claim)) : null;
            if (claim.Repeats is null)
            {
                earlier.Add(claim);
            }
        }
    }

    /// <summary>"a soldier" and "another two" are people not counted before.</summary>
    private static bool CanRepeat(ClaimDraft claim) =>
        !claim.IsNew && claim.Certainty != Certainty.Denied && claim.Scope != ClaimScope.Rate;

    private static bool Says(ClaimDraft earlier, ClaimDraft later) =>
        !AreJoined(earlier, later)
        && SameOriginator(earlier, later)
        && Compatible(earlier.Place?.Name, later.Place?.Name)
        && Compatible(earlier.Period?.Text, later.Period?.Text)
        && (earlier.Scope == later.Scope || earlier.Scope == ClaimScope.Unspecified || later.Scope == ClaimScope.Unspecified)
        && earlier.Certainty != Certainty.Denied;

    /// <summary>"a lieutenant and one private were killed": what one coordination joins are two.</summary>
    private static bool AreJoined(ClaimDraft earlier, ClaimDraft later) =>
        earlier.Mention.Sentence == later.Mention.Sentence && earlier.Mention.TriggerFirst == later.Mention.TriggerFirst;

    /// <summary>A narrated claim equal to an attributed one (headline, lead) repeats that one, and the other way round.</summary>
    private static bool SameOriginator(ClaimDraft earlier, ClaimDraft later)
    {
        var (left, right) = (earlier.Statement!.Draft.Speaker?.Originator, later.Statement!.Draft.Speaker?.Originator);
        return left is null || right is null || ReferenceEquals(left, right) || left == right;
    }

    private static bool Compatible(string? left, string? right) =>
        left is null || right is null || string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
