using CasualtyApi.Features.Claims.Review;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Writes;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Claims;

/// <summary>Corrects a claim: a new revision, and the old one stays.</summary>
internal static class CorrectClaim
{
    public static Task<Results<Written<ClaimResponse>, BadRequestProblem, NotFoundProblem, UnprocessableProblem, PreconditionProblem>> HandleAsync(
        long id, JsonBody<ClaimCorrection> body, HttpContext http, RequestWriter writes, CancellationToken cancellationToken) =>
        writes.WriteAsync((db, ledger, stop) => CorrectAsync(id, body, http.Request, db, ledger, stop), cancellationToken);

    private static async Task<Results<Written<ClaimResponse>, BadRequestProblem, NotFoundProblem, UnprocessableProblem, PreconditionProblem>> CorrectAsync(
        long id, JsonBody<ClaimCorrection> body, HttpRequest asked, CasualtyDbContext db, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        if (await WrittenClaim.FindAsync(db, id, cancellationToken) is not { } claim) return new NotFoundProblem("claim", id);
        var present = await WrittenClaim.AnswerAsync(db, id, cancellationToken);
        if (PreconditionProblem.Of(asked, present) is { } stale) return stale;

        var before = ClaimDraft.Of(claim);
        var (draft, problem) = Correction.Merge(before, body, new ClaimDraftValidator(), "credibility");
        if (draft is null) return problem!;
        if (await new DraftCheck(db, cancellationToken).FaultAsync(draft, before, claim.Statement!) is { } fault) return fault;
        await new ClaimWriter(ledger, db, cancellationToken).WriteAsync(claim, draft, before);
        if (body.Has("credibility")) claim.Credibility = body.Request.Credibility;
        if (LinkProblem.Of(await new LinkedClaims(db, cancellationToken).FaultsAsync(claim)) is { } linked) return linked;
        if (!db.ChangeTracker.HasChanges()) return new Written<ClaimResponse>(present, db.Position());

        ledger.Change(claim, ChangeKind.Corrected, body.Request.Reason);
        var position = await ledger.SaveAsync(cancellationToken);
        return new Written<ClaimResponse>(await WrittenClaim.AnswerAsync(db, id, cancellationToken), position);
    }
}
