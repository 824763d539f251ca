using System.Data.Common;
using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Health;

internal static class GetReadiness
{
    public static async Task<Results<Ok<HealthResponse>, UnavailableProblem>> HandleAsync(
        CasualtyDbContext db, Drain drain, CancellationToken cancellationToken)
    {
        if (drain.HasBegun) return new UnavailableProblem("The service is being stopped: it answers what it has begun, and what still comes, until it is.");

        try
        {
            await db.Counters.AsNoTracking().AnyAsync(cancellationToken);
            return TypedResults.Ok(new HealthResponse("ready"));
        }
        catch (DbException)
        {
            return new UnavailableProblem("The database does not answer.");
        }
    }
}
