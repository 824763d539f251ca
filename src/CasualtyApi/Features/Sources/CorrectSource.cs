using CasualtyApi.Features.Sources.Writing;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Writes;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Sources;

/// <summary>Corrects a source, or grades it: a new revision, and the old one stays.</summary>
internal static class CorrectSource
{
    public static Task<Results<Written<SourceResponse>, BadRequestProblem, NotFoundProblem, UnprocessableProblem, PreconditionProblem>> HandleAsync(
        long id, JsonBody<SourceCorrection> body, HttpContext http, RequestWriter writes, CancellationToken cancellationToken) =>
        writes.WriteAsync((db, ledger, stop) => CorrectAsync(id, body, http.Request, db, ledger, stop), cancellationToken);

    private static async Task<Results<Written<SourceResponse>, BadRequestProblem, NotFoundProblem, UnprocessableProblem, PreconditionProblem>> CorrectAsync(
        long id, JsonBody<SourceCorrection> body, HttpRequest asked, CasualtyDbContext db, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        if (await WrittenSource.FindAsync(db, id, cancellationToken) is not { } source) return new NotFoundProblem("source", id);
        var present = await WrittenSource.AnswerAsync(db, id, cancellationToken);
        if (PreconditionProblem.Of(asked, present) is { } stale) return stale;

        if (body.Request.Kind is { } kind && (kind == SourceKind.Unnamed) != (source.Kind == SourceKind.Unnamed))
        {
            return new UnprocessableProblem(ProblemType.NotPossible, "kind", "cannot lead from named to unnamed or back: add the other source, and correct the claims that are its own.");
        }

        var before = SourceDraft.Of(source);
        var (draft, problem) = Correction.Merge(before, body, new SourceDraftValidator(), "reliability");
        if (draft is null) return problem!;
        if (draft.Affiliation is { } affiliation && affiliation != before.Affiliation
            && await WrittenSource.AffiliationFaultAsync(db, id, affiliation.Id, cancellationToken) is { } fault) return fault;
        WrittenSource.Write(source, draft);
        if (body.Has("reliability")) source.Reliability = body.Request.Reliability;
        if (!db.ChangeTracker.HasChanges()) return new Written<SourceResponse>(present, db.Position());

        ledger.Change(source, ChangeKind.Corrected, body.Request.Reason);
        var position = await ledger.SaveAsync(cancellationToken);
        return new Written<SourceResponse>(await WrittenSource.AnswerAsync(db, id, cancellationToken), position);
    }
}
