using CasualtyApi.Features.Claims.Review;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Writes;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

/// <summary>Adds a claim that a person read.</summary>
internal static class AddClaim
{
    public static Task<Results<Added<ClaimResponse>, BadRequestProblem, UnprocessableProblem, ConflictProblem>> HandleAsync(
        JsonBody<ClaimDraft> body, RequestWriter writes, CancellationToken cancellationToken) =>
        writes.WriteAsync((db, ledger, stop) => AddAsync(body.Request, db, ledger, stop), cancellationToken);

    private static async Task<Results<Added<ClaimResponse>, BadRequestProblem, UnprocessableProblem, ConflictProblem>> AddAsync(
        ClaimDraft draft, CasualtyDbContext db, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        if (await db.Statements.SingleOrDefaultAsync(known => known.Id == draft.Statement.Id, cancellationToken) is not { } statement)
        {
            return UnprocessableProblem.Unknown("statement.id", "statement", draft.Statement.Id);
        }

        if (await new DraftCheck(db, cancellationToken).FaultAsync(draft, null, statement) is { } fault) return fault;
        var claim = await new ClaimWriter(ledger, db, cancellationToken).MakeAsync(draft, statement);
        if (LinkProblem.Of(await new LinkedClaims(db, cancellationToken).FaultsAsync(claim)) is { } linked) return linked;
        if (await SameAsync(claim, db, cancellationToken) is { } same)
        {
            return new ConflictProblem(ProblemType.AlreadyThere, $"Claim {same} says the same in the same words. Correct that one, where something of it is wrong.");
        }

        ledger.Add(claim, draft.Reason);
        var position = await ledger.SaveAsync(cancellationToken);
        return new Added<ClaimResponse>(await WrittenClaim.AnswerAsync(db, claim.Id, cancellationToken), position, Links.To("claims", claim.Id));
    }

    // What is denied stands in the same words, and so may what another says: neither is the same claim.
    private static async Task<long?> SameAsync(Claim claim, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var claimants = claim.Claimants.Select(claimant => claimant.SourceId).ToList();
        var alike = await db.Claims.AsNoTracking()
            .Where(other => other.DocumentId == claim.DocumentId && other.Start == claim.Start && other.End == claim.End && other.Category == claim.Category
                && other.PartyId == claim.PartyId && other.Certainty == claim.Certainty
                && (other.Status == ClaimStatus.Candidate || other.Status == ClaimStatus.Accepted))
            .Select(other => new { other.Id, Claimants = other.Claimants.OrderBy(claimant => claimant.Ordinal).Select(claimant => claimant.SourceId).ToList() })
            .ToListAsync(cancellationToken);
        return alike.Find(other => other.Claimants.SequenceEqual(claimants))?.Id;
    }
}
