using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Statements;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Statements;

internal static class GetStatement
{
    public static async Task<Results<Ok<StatementResponse>, NotFoundProblem>> HandleAsync(
        long id, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var row = await db.Statements.AsNoTracking().Where(statement => statement.Id == id)
            .Select(StatementRow.Projection).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new NotFoundProblem("statement", id);
        }

        var sources = await SourceDirectory.LoadAsync(db, row.SourceIds, cancellationToken);
        return TypedResults.Ok(StatementResponse.Of(row, sources));
    }
}
