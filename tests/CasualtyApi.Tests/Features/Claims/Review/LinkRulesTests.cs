using CasualtyApi.Features.Claims.Review;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Claims.Review;

public sealed class LinkRulesTests
{
    private static readonly LinkedClaim First = new(
        1, 1, 10, new(1, CasualtyCategory.Killed, [], ClaimScope.Unspecified, null, null, null, new DateOnly(2025, 1, 1)), null,
        CountRelation.Exactly, 12, 12, Certainty.Stated, ClaimStatus.Candidate, "Kyiv", false, null, null, null, null);

    /// <summary>Claim 2 says the same later in the document.</summary>
    private static readonly LinkedClaim Second = First with { Id = 2, Start = 50 };

    private static readonly LinkedClaim Elsewhere = First with { Id = 3, DocumentId = 2 };

    public static TheoryData<string, string> Cases => new()
    {
        { "repeats", "" },
        { "repeats, other count", "claim 1 has another count." },
        { "repeats, other party", "claim 1 is about another party." },
        { "repeats, other category", "claim 1 is of another category." },
        { "repeats, other originator", "claim 1 has another originator." },
        { "repeats, own voice", "" },
        { "repeats, other scope", "" },
        { "repeats, two scopes", "claim 1 has another place, period or scope." },
        { "repeats, earlier", "claim 1 stands after this one: it repeats this one, where it does." },
        { "repeats, rejected", "claim 1 is rejected." },
        { "repeats, a repeat", "claim 1 only repeats claim 9: link to that one." },
        { "repeats, itself", "is the claim itself." },
        { "repeats, nothing", "there is no claim 99." },
        { "repeats, a denial", "a denial repeats nothing, and is repeated by nothing." },
        { "elsewhere", "" },
        { "elsewhere, undated", "across documents, both must have a day of publication." },
        { "elsewhere, other month", "claim 1 has another subject." },
        { "elsewhere, earlier", "claim 1 was published after this one: it repeats this one, where it does." },
        { "part", "" },
        { "part, of more", "claim 1 counts fewer." },
        { "part, elsewhere", "claim 1 stands in another document, whose words cannot contain this count." },
        { "part, of a part", "claim 1 is itself part of claim 9: link to that one." },
        { "part, other category", "" },
        { "updates", "" },
        { "updates, round", "claim 1 updates this one already." },
        { "updates, other originator", "claim 1 has another originator; whom it contradicts, comparisons show." },
        { "disputes", "" },
        { "disputes, stated", "only a claim whose certainty is 'denied' disputes another." },
        { "disputes, a denial", "claim 1 is a denial itself." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_link_keeps_to_its_rule(string which, string says)
    {
        var (claim, first) = Of(which);
        var faults = LinkRules.Faults(claim, id => id == claim.Id ? claim : id == 1 ? first : null).Select(fault => fault.Why);

        Assert.Equal(says.Length == 0 ? [] : [says], faults);
    }

    private static (LinkedClaim Claim, LinkedClaim First) Of(string which)
    {
        var again = Second with { Repeats = 1 };
        var there = Elsewhere with { Repeats = 1 };
        var part = Second with { PartOf = 1, Low = 5, High = 5 };
        var update = Second with { Updates = 1, Low = 15, High = 15 };
        var denial = Second with { Disputes = 1, Certainty = Certainty.Denied };
        return which switch
        {
            "repeats" => (again, First),
            "repeats, other count" => (again with { Low = 11 }, First),
            "repeats, other party" => (again with { Terms = again.Terms with { PartyId = 2 } }, First),
            "repeats, other category" => (again with { Terms = again.Terms with { Category = CasualtyCategory.Injured } }, First),
            "repeats, other originator" => (again with { Originator = "Moscow" }, First),
            "repeats, own voice" => (again with { Originator = "document 1", IsOwnVoice = true, Start = 0 }, First),
            "repeats, other scope" => (again with { Terms = again.Terms with { Scope = ClaimScope.Total } }, First),
            "repeats, two scopes" => (again with { Terms = again.Terms with { Scope = ClaimScope.Total } }, First with { Terms = First.Terms with { Scope = ClaimScope.Incident } }),
            "repeats, earlier" => (again with { Start = 5 }, First),
            "repeats, rejected" => (again, First with { Status = ClaimStatus.Rejected }),
            "repeats, a repeat" => (again, First with { Repeats = 9 }),
            "repeats, itself" => (again with { Repeats = 2 }, First),
            "repeats, nothing" => (again with { Repeats = 99 }, First),
            "repeats, a denial" => (again with { Certainty = Certainty.Denied }, First),
            "elsewhere" => (there, First),
            "elsewhere, undated" => (there with { Terms = there.Terms with { PublishedAt = null } }, First),
            "elsewhere, other month" => (there with { Terms = there.Terms with { PublishedAt = new DateOnly(2025, 2, 1) } }, First),
            "elsewhere, earlier" => (there, First with { Terms = First.Terms with { PublishedAt = new DateOnly(2025, 1, 2) } }),
            "part" => (part, First),
            "part, of more" => (part with { Low = 20, High = 20 }, First),
            "part, elsewhere" => (part with { DocumentId = 2 }, First),
            "part, of a part" => (part, First with { PartOf = 9 }),
            "part, other category" => (part with { Terms = part.Terms with { Category = CasualtyCategory.Injured } }, First),
            "updates" => (update, First),
            "updates, round" => (update, First with { Updates = 2 }),
            "updates, other originator" => (update with { Originator = "Moscow" }, First),
            "disputes" => (denial, First),
            "disputes, stated" => (denial with { Certainty = Certainty.Stated }, First),
            "disputes, a denial" => (denial, First with { Certainty = Certainty.Denied }),
            _ => throw new ArgumentOutOfRangeException(nameof(which), which, "No such case."),
        };
    }
}
