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
        long id, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var row = await db.Documents.AsNoTracking().Where(document => document.Id == id)
            .Select(DocumentRow.Projection).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new NotFoundProblem("document", id);
        }

        var sources = await SourceDirectory.LoadAsync(db, row.SourceIds, cancellationToken);
        return TypedResults.Ok(DocumentResponse.Of(row, sources));
    }
}
