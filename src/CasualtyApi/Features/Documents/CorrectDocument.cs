using CasualtyApi.Extraction;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Writes;
using CasualtyApi.Ingest;
using CasualtyApi.Queries.Documents;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SourceKind = CasualtyApi.Extraction.SourceKind;

namespace CasualtyApi.Features.Documents;

/// <summary>Corrects what is known of a document, and how much of it may be shown. Its text never changes.</summary>
internal static class CorrectDocument
{
    private const string Relinked = "The day or the publisher of its document, or of one that says the same, was corrected.";

    public static Task<Results<Written<DocumentResponse>, BadRequestProblem, NotFoundProblem, PreconditionProblem>> HandleAsync(
        long id, JsonBody<DocumentCorrection> body, RequestWriter writer, HttpContext http, CancellationToken cancellationToken) =>
        writer.WriteAsync<Results<Written<DocumentResponse>, BadRequestProblem, NotFoundProblem, PreconditionProblem>>(async (db, ledger, stop) =>
        {
            if (await GetDocument.FindAsync(db, id, stop) is not { } present) return new NotFoundProblem("document", id);
            if (PreconditionProblem.Of(http.Request, present) is { } stale) return stale;

            var document = await db.Documents.Include(known => known.Publisher).SingleAsync(known => known.Id == id, stop);
            var before = DocumentDraft.Of(document);
            var (draft, problem) = Correction.Merge(before, body, new DocumentDraftValidator());
            if (draft is null) return problem!;
            if (draft == before) return new Written<DocumentResponse>(present, db.Position());

            await WriteAsync(document, draft, before, db, ledger, stop);
            ledger.Change(document, ChangeKind.Corrected, body.Request.Reason);
            if (draft.PublishedAt != before.PublishedAt || draft.Publisher != before.Publisher)
            {
                await new RepeatsAgain(ledger, db, document, Relinked).LinkAsync(stop);
            }

            var position = await ledger.SaveAsync(stop);
            return new Written<DocumentResponse>((await GetDocument.FindAsync(db, id, stop))!, position);
        }, cancellationToken);

    private static async Task WriteAsync(
        Document document, DocumentDraft draft, DocumentDraft before, CasualtyDbContext db, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        (document.Title, document.Url, document.PublishedAt) = (draft.Title, draft.Url, draft.PublishedAt);
        (document.Language, document.Visibility) = (draft.Language, draft.Visibility);
        if (draft.Publisher == before.Publisher) return;
        document.PublisherId = draft.Publisher is { } name
            ? (await new SourceRegister(ledger, db, document).FindOrAddAsync(new SourceReading(name, SourceKind.Media), cancellationToken)).Id
            : null;
    }
}
