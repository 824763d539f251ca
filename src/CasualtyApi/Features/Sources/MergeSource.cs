using CasualtyApi.Features.Sources.Writing;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Writes;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Sources;

/// <summary>Says that a source is another, or takes that back: one change. Claims keep their source's id; reads resolve it.</summary>
internal static class MergeSource
{
    public static Task<Results<Written<SourceResponse>, NotFoundProblem, ConflictProblem, UnprocessableProblem>> HandleAsync(
        long id, JsonBody<MergeRequest> body, RequestWriter writes, CancellationToken cancellationToken) =>
        writes.WriteAsync((db, ledger, stop) => MergeAsync(id, body.Request, db, ledger, stop), cancellationToken);

    private static async Task<Results<Written<SourceResponse>, NotFoundProblem, ConflictProblem, UnprocessableProblem>> MergeAsync(
        long id, MergeRequest request, CasualtyDbContext db, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        var (into, reason) = (request.Into, request.Reason);
        if (await WrittenSource.FindAsync(db, id, cancellationToken) is not { } source) return new NotFoundProblem("source", id);
        if (source.MergedIntoId is { } other && into is not null)
        {
            return new ConflictProblem(ProblemType.AlreadyThere, $"Source {id} is merged into {other} already; take that back first, with 'into' null.");
        }

        if (source.MergedIntoId is null && into is null) return new ConflictProblem(ProblemType.AlreadyThere, $"Source {id} is merged into none.");
        if (into is { } target && await FaultAsync(source, target, db, cancellationToken) is { } fault) return fault;

        if (into is null && source.AffiliationId is { } affiliation && await WrittenSource.LeadsBackAsync(db, id, affiliation, cancellationToken))
        {
            return new UnprocessableProblem(ProblemType.NotPossible, "into", $"cannot be null: source {id} speaks for {affiliation}, which came to speak for it meanwhile. Correct one of the affiliations first.");
        }

        source.MergedIntoId = into;
        ledger.Change(source, into is null ? ChangeKind.Unmerged : ChangeKind.Merged, reason);
        var position = await ledger.SaveAsync(cancellationToken);
        return new Written<SourceResponse>(await WrittenSource.AnswerAsync(db, id, cancellationToken), position);
    }

    private static async Task<UnprocessableProblem?> FaultAsync(Source source, long into, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var target = await db.Sources.AsNoTracking().SingleOrDefaultAsync(known => known.Id == into, cancellationToken);
        return target is null ? UnprocessableProblem.Unknown("into", "source", into)
            : into == source.Id ? new(ProblemType.NotPossible, "into", "is the source itself.")
            : target.MergedIntoId is { } further ? new(ProblemType.NotPossible, "into", $"names source {into}, which is itself merged into {further}: name that one.")
            : source.DocumentId != target.DocumentId ? new(ProblemType.NotPossible, "into",
                "an unnamed source is never the same as one outside its document. Where it is known who spoke, correct the claims' claimant.")
            : await WrittenSource.LeadsBackAsync(db, source.Id, into, cancellationToken) ? new(ProblemType.NotPossible, "into",
                $"names source {into}, which speaks for source {source.Id}: merged, it would speak for itself. Correct its affiliation first.")
            : null;
    }
}
