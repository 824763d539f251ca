using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Health;

/// <summary>The service can answer.</summary>
/// <param name="BehindSeconds">How far its database, a standby that answers reads alone, is behind the one it follows; null where changes are taken.</param>
internal sealed record ReadyResponse(string Status, double? BehindSeconds);

internal static class GetReadiness
{
    public static async Task<Results<Ok<ReadyResponse>, UnavailableProblem>> HandleAsync(
        CasualtyDbContext db, Drain drain, CancellationToken cancellationToken)
    {
        if (drain.HasBegun) return new UnavailableProblem("The service is being stopped: it answers what it has begun, and what still comes, until it is.");

        try
        {
            await db.Counters.AsNoTracking().AnyAsync(cancellationToken);
            return TypedResults.Ok(new ReadyResponse("ready", (await db.BehindAsync(cancellationToken))?.TotalSeconds));
        }
        catch (Exception fault) when (db.TroubleIn(fault) is { } trouble)
        {
            return new UnavailableProblem(Words(trouble));
        }
    }

    private static string Words(StoreTrouble trouble) => trouble switch
    {
        StoreTrouble.Busy => "Another process holds the database.",
        StoreTrouble.Full => "The database's disk is full.",
        StoreTrouble.Damaged => "The database is damaged: restore a backup.",
        _ => "The database does not answer.",
    };
}
