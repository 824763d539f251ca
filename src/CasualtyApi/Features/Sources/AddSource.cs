using CasualtyApi.Features.Sources.Writing;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Writes;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Sources;

/// <summary>Adds a source by hand.</summary>
internal static class AddSource
{
    public static Task<Results<Added<SourceResponse>, BadRequestProblem, UnprocessableProblem, ConflictProblem>> HandleAsync(
        JsonBody<SourceDraft> body, RequestWriter writes, CancellationToken cancellationToken) =>
        writes.WriteAsync((db, ledger, stop) => AddAsync(body.Request, db, ledger, stop), cancellationToken);

    private static async Task<Results<Added<SourceResponse>, BadRequestProblem, UnprocessableProblem, ConflictProblem>> AddAsync(
        SourceDraft draft, CasualtyDbContext db, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        if (draft.DocumentId is { } document && !await db.Documents.AnyAsync(known => known.Id == document, cancellationToken))
        {
            return UnprocessableProblem.Unknown("documentId", "document", document);
        }

        if (draft.Affiliation is { } affiliation && await WrittenSource.AffiliationFaultAsync(db, null, affiliation.Id, cancellationToken) is { } fault) return fault;
        if (await WrittenSource.NamesakeAsync(db, draft, cancellationToken) is { } namesake)
        {
            return new ConflictProblem(ProblemType.AlreadyThere, $"Source {namesake.Id} bears such a name. Name that one, give yours the country that tells them apart, or correct it.");
        }

        var source = new Source { Name = draft.Name, Kind = draft.Kind, DocumentId = draft.DocumentId };
        WrittenSource.Write(source, draft);
        ledger.Add(source, draft.Reason);
        var position = await ledger.SaveAsync(cancellationToken);
        return new Added<SourceResponse>(await WrittenSource.AnswerOfNewAsync(db, source, cancellationToken), position, Links.To("sources", source.Id));
    }
}
