using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Keys;

internal static class GetKey
{
    public static async Task<Results<Ok<KeyResponse>, NotFoundProblem>> HandleAsync(long id, CasualtyDbContext db, CancellationToken cancellationToken) =>
        await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is { } found
            ? TypedResults.Ok(KeyResponse.Of(found))
            : new NotFoundProblem("key", id);
}
