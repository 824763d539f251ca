using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>What can be decided on a claim, and what comes of it: a table, and nothing else.</summary>
internal static class Decisions
{
    /// <summary>The status a decision leads to; null where it cannot be taken.</summary>
    public static ClaimStatus? Next(ClaimStatus status, ReviewDecision decision) => (status, decision) switch
    {
        (ClaimStatus.Candidate, ReviewDecision.Accept) => ClaimStatus.Accepted,
        (ClaimStatus.Candidate, ReviewDecision.Reject) => ClaimStatus.Rejected,
        (ClaimStatus.Candidate or ClaimStatus.Accepted, ReviewDecision.Supersede) => ClaimStatus.Superseded,
        (ClaimStatus.Accepted, ReviewDecision.Retract) => ClaimStatus.Retracted,
        (not ClaimStatus.Candidate, ReviewDecision.Reopen) => ClaimStatus.Candidate,
        _ => null,
    };

    /// <summary>Whether only an admin may take it: what was withdrawn or replaced, others may rely on.</summary>
    public static bool IsForAdmins(ClaimStatus status, ReviewDecision decision) =>
        decision == ReviewDecision.Reopen && status is ClaimStatus.Retracted or ClaimStatus.Superseded;

    /// <summary>The decisions that can be taken on a claim of a status.</summary>
    public static IReadOnlyList<ReviewDecision> On(ClaimStatus status) =>
        [.. Enum.GetValues<ReviewDecision>().Where(decision => Next(status, decision) is not null)];

    /// <summary>What a decision did to the claim, as its entry in the ledger says.</summary>
    public static ChangeKind Kind(ReviewDecision decision) => decision switch
    {
        ReviewDecision.Accept => ChangeKind.Accepted,
        ReviewDecision.Reject => ChangeKind.Rejected,
        ReviewDecision.Retract => ChangeKind.Retracted,
        ReviewDecision.Supersede => ChangeKind.Superseded,
        _ => ChangeKind.Reopened,
    };
}
