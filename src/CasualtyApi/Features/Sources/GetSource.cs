using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Sources;

internal static class GetSource
{
    public static async Task<Results<Ok<SourceResponse>, NotFoundProblem>> HandleAsync(
        long id, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var row = await db.Sources.AsNoTracking().Where(source => source.Id == id)
            .Select(SourceRow.Projection(db)).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new NotFoundProblem("source", id);
        }

        var sources = await SourceDirectory.LoadAsync(db, [id], cancellationToken);
        return TypedResults.Ok(SourceResponse.Of(row, sources, await SourceTotals.LoadAsync(db, [row], sources, cancellationToken)));
    }
}
