using CasualtyApi.Features.Claims.Review;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Keys;
using CasualtyApi.Http.Writes;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Features.Claims;

/// <summary>Decides on a claim's reading, as <see cref="Decisions"/> allows.</summary>
internal static class DecideClaim
{
    public static Task<Results<Written<ClaimResponse>, NotFoundProblem, ForbiddenProblem, ConflictProblem, UnprocessableProblem, PreconditionProblem>> HandleAsync(
        long id, JsonBody<DecisionRequest> body, Caller caller, HttpContext http, IOptions<ReviewOptions> options, RequestWriter writes, CancellationToken cancellationToken) =>
        writes.WriteAsync((db, ledger, stop) => DecideAsync(id, body.Request, caller, http.Request, options.Value.AllowOwn, db, ledger, stop), cancellationToken);

    private static async Task<Results<Written<ClaimResponse>, NotFoundProblem, ForbiddenProblem, ConflictProblem, UnprocessableProblem, PreconditionProblem>> DecideAsync(
        long id, DecisionRequest request, Caller caller, HttpRequest asked, bool allowsOwn, CasualtyDbContext db, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        if (await db.Claims.SingleOrDefaultAsync(claim => claim.Id == id, cancellationToken) is not { } claim) return new NotFoundProblem("claim", id);
        if (PreconditionProblem.Of(asked, await WrittenClaim.AnswerAsync(db, id, cancellationToken)) is { } stale) return stale;
        if (!allowsOwn && await IsOwnAsync(id, caller, db, cancellationToken))
        {
            return new ForbiddenProblem(ProblemType.OwnContribution, $"Claim {id} was added or corrected with this key; somebody else must decide on it.");
        }

        if (Decisions.Next(claim.Status, request.Decision) is not { } next) return new ConflictProblem(ProblemType.DecisionNotPossible, Possible(claim));
        if (Decisions.IsForAdmins(claim.Status, request.Decision) && caller.Role < Role.Admin)
        {
            return new ForbiddenProblem(ProblemType.RoleTooLow, $"Claim {id} is {Kebab.Of(claim.Status)}: only an admin reopens it.");
        }

        if (request.By is { } by && await ByFaultAsync(claim, by, db, cancellationToken) is { } fault) return fault;
        (claim.Status, claim.SupersededById, claim.Credibility) = (next, request.By, request.Credibility ?? claim.Credibility);
        ledger.Change(claim, Decisions.Kind(request.Decision), request.Reason);
        var position = await ledger.SaveAsync(cancellationToken);
        return new Written<ClaimResponse>(await WrittenClaim.AnswerAsync(db, id, cancellationToken), position);
    }

    /// <summary>Whether the caller's key added or corrected the claim. What the engine read belongs to nobody.</summary>
    // What the engine read in a document belongs to nobody, whoever added the document.
    private static Task<bool> IsOwnAsync(long id, Caller caller, CasualtyDbContext db, CancellationToken cancellationToken) => db.Changes.AnyAsync(
        change => change.Record == RecordKind.Claim && change.RecordId == id && change.Actor == caller.Actor
            && (change.Kind == ChangeKind.Corrected
                || (change.Kind == ChangeKind.Created && db.Claims.Any(claim => claim.Id == id && claim.Extractor == null))), cancellationToken);

    private static string Possible(Claim claim) =>
        $"Claim {claim.Id} is {Kebab.Of(claim.Status)}; that allows: {string.Join(", ", Decisions.On(claim.Status).Select(Kebab.Of))}.";

    /// <summary>Another reading of the same document, and one that stands.</summary>
    private static async Task<UnprocessableProblem?> ByFaultAsync(Claim claim, long by, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var other = await db.Claims.AsNoTracking().SingleOrDefaultAsync(known => known.Id == by, cancellationToken);
        return other is null ? UnprocessableProblem.Unknown("by", "claim", by)
            : by == claim.Id ? new(ProblemType.NotPossible, "by", "is the claim itself.")
            : other.DocumentId != claim.DocumentId ? new(ProblemType.NotPossible, "by",
                $"names claim {by} of another document: that does not replace a reading of this one's words. What a later document says again or revises is linked, by 'repeats' and 'updates'.")
            : other.Status is not (ClaimStatus.Candidate or ClaimStatus.Accepted) ? new(ProblemType.NotPossible, "by", $"names claim {by}, which is {Kebab.Of(other.Status)}.")
            : null;
    }
}
