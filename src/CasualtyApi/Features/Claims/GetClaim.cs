using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

internal static class GetClaim
{
    public static async Task<Results<Ok<ClaimResponse>, NotFoundProblem>> HandleAsync(
        long id, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var row = await db.Claims.AsNoTracking().Where(claim => claim.Id == id)
            .Select(ClaimRow.Projection).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new NotFoundProblem("claim", id);
        }

        var sources = await SourceDirectory.LoadAsync(db, row.SourceIds, cancellationToken);
        return TypedResults.Ok(ClaimResponse.Of(row, sources));
    }
}
