using CasualtyApi.Store.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>A link that cannot be, and why.</summary>
internal sealed record LinkFault(string Member, long Claim, string Why);

/// <summary>
/// What a claim must have in common with the one it is linked to. Each link leads to the first claim of its kind, never to one that
/// only repeats it, so that one step finds every claim of a group.
/// </summary>
internal static class LinkRules
{
    public static IEnumerable<LinkFault> Faults(LinkedClaim claim, Func<long, LinkedClaim?> find)
    {
        (string Member, long? Target, Func<LinkedClaim, LinkedClaim, string?> Rule)[] links =
        [
            ("repeats", claim.Repeats, Repeats), ("partOf", claim.PartOf, PartOf), ("updates", claim.Updates, (one, other) => Updates(one, other, find)),
            ("disputes", claim.Disputes, Disputes),
        ];
        foreach (var (member, target, rule) in links)
        {
            if (target is { } id && Fault(claim, id, rule, find) is { } why) yield return new(member, id, why);
        }
    }

    private static string? Fault(LinkedClaim claim, long id, Func<LinkedClaim, LinkedClaim, string?> rule, Func<long, LinkedClaim?> find) =>
        id == claim.Id ? "is the claim itself."
        : find(id) is not { } other ? $"there is no claim {id}."
        : !other.IsInForce ? $"claim {id} is {Kebab.Of(other.Status)}."
        : other.Repeats is { } first ? $"claim {id} only repeats claim {first}: link to that one."
        : rule(claim, other);

    private static string? Repeats(LinkedClaim claim, LinkedClaim other) =>
        OtherPeople(claim, other)
        ?? ((claim.Relation, claim.Low, claim.High) != (other.Relation, other.Low, other.High) ? $"claim {other.Id} has another count."
            : claim.Certainty == Certainty.Denied || other.Certainty == Certainty.Denied ? "a denial repeats nothing, and is repeated by nothing."
            : claim.DocumentId == other.DocumentId ? RepeatsWithin(claim, other) : RepeatsAcross(claim, other));

    /// <summary>A missing place, period or scope is compatible with any; a headline repeats what is attributed below it.</summary>
    private static string? RepeatsWithin(LinkedClaim claim, LinkedClaim other) =>
        !AreCompatible(claim.Terms, other.Terms) ? $"claim {other.Id} has another place, period or scope."
        : claim.IsOwnVoice && !other.IsOwnVoice ? null
        : !HaveOneOriginator(claim, other) ? $"claim {other.Id} has another originator."
        : !other.IsBefore(claim) ? $"claim {other.Id} stands after this one: it repeats this one, where it does."
        : null;

    private static string? RepeatsAcross(LinkedClaim claim, LinkedClaim other) =>
        claim.Terms.PublishedAt is null || other.Terms.PublishedAt is null ? "across documents, both must have a day of publication."
        : SubjectKey.Of(claim.Terms) != SubjectKey.Of(other.Terms) ? $"claim {other.Id} has another subject."
        : IsRelative(claim) && IsRelative(other) && claim.Terms.PublishedAt != other.Terms.PublishedAt ? $"the period of claim {other.Id} is told from another day."
        : !HaveOneOriginator(claim, other) ? $"claim {other.Id} has another originator."
        : !other.IsBefore(claim) ? $"claim {other.Id} was published after this one: it repeats this one, where it does."
        : null;

    private static string? PartOf(LinkedClaim claim, LinkedClaim other) =>
        claim.DocumentId != other.DocumentId ? $"claim {other.Id} stands in another document, whose words cannot contain this count."
        : other.PartOf is { } whole ? $"claim {other.Id} is itself part of claim {whole}: link to that one."
        : claim.Low > other.High ? $"claim {other.Id} counts fewer."
        : null;

    private static string? Updates(LinkedClaim claim, LinkedClaim other, Func<long, LinkedClaim?> find) =>
        OtherPeople(claim, other)
        ?? (!HaveOneOriginator(claim, other) ? $"claim {other.Id} has another originator; whom it contradicts, comparisons show."
            : LeadsTo(claim.Id, other, find) ? $"claim {other.Id} updates this one already."
            : null);

    private static string? Disputes(LinkedClaim claim, LinkedClaim other) =>
        claim.Certainty != Certainty.Denied ? "only a claim whose certainty is 'denied' disputes another."
        : other.Certainty == Certainty.Denied ? $"claim {other.Id} is a denial itself."
        : OtherPeople(claim, other);

    private static string? OtherPeople(LinkedClaim claim, LinkedClaim other) =>
        claim.Terms.PartyId != other.Terms.PartyId ? $"claim {other.Id} is about another party."
        : claim.Terms.Category != other.Terms.Category || !claim.Terms.MixedOf.Order().SequenceEqual(other.Terms.MixedOf.Order())
            ? $"claim {other.Id} is of another category."
        : null;

    private static bool AreCompatible(SubjectTerms one, SubjectTerms other) =>
        (one.Scope == other.Scope || one.Scope == ClaimScope.Unspecified || other.Scope == ClaimScope.Unspecified)
        && (one.PlaceId is null || other.PlaceId is null || one.PlaceId == other.PlaceId)
        && (one is { Start: null, End: null } || other is { Start: null, End: null } || (one.Start, one.End) == (other.Start, other.End));

    private static bool HaveOneOriginator(LinkedClaim one, LinkedClaim other) => one.Originator is not null && one.Originator.Equals(other.Originator);

    private static bool IsRelative(LinkedClaim claim) => claim.PeriodText is not null && claim.Terms is { Start: null, End: null };

    private static bool LeadsTo(long id, LinkedClaim from, Func<long, LinkedClaim?> find)
    {
        var passed = new HashSet<long>();
        for (var next = from; next is not null && passed.Add(next.Id); next = next.Updates is { } further ? find(further) : null)
        {
            if (next.Id == id) return true;
        }

        return false;
    }
}
