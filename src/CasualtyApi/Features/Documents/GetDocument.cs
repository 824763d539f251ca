using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Documents;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Documents;

internal static class GetDocument
{
    public static async Task<Results<Ok<DocumentResponse>, NotFoundProblem>> HandleAsync(
        long id, CasualtyDbContext db, CancellationToken cancellationToken) =>
        await FindAsync(db, id, cancellationToken) is { } document ? TypedResults.Ok(document) : new NotFoundProblem("document", id);

    /// <summary>The document as its address answers it; null where there is none.</summary>
    public static async Task<DocumentResponse?> FindAsync(CasualtyDbContext db, long id, CancellationToken cancellationToken)
    {
        var row = await db.Documents.AsNoTracking().Where(document => document.Id == id)
            .Select(DocumentRow.Projection).SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : DocumentResponse.Of(row, await SourceDirectory.LoadAsync(db, row.SourceIds, cancellationToken));
    }
}
