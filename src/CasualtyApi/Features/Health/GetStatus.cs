using CasualtyApi.Extraction;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Health;

/// <summary>What is loaded.</summary>
/// <param name="Version">Of this service.</param>
/// <param name="Extractor">The version of the reading engine.</param>
/// <param name="Position">The position of the last change; 0 before the first.</param>
/// <param name="LastChangeAt">When that was.</param>
internal sealed record StatusResponse(
    string Version, string Extractor, StatusDatabase Database, StatusRecords Records, long Position, DateTime? LastChangeAt);

/// <summary>Which database is in use.</summary>
/// <param name="Name">The file, or the database on its server.</param>
/// <param name="BehindSeconds">How far a standby, which takes no changes, is behind the database it follows; null where changes are taken.</param>
internal sealed record StatusDatabase(string Provider, string Name, double? BehindSeconds);

/// <summary>How many records there are.</summary>
internal sealed record StatusRecords(int Documents, int Sources, int Statements, int Claims);

internal static class GetStatus
{
    public static async Task<Ok<StatusResponse>> HandleAsync(CasualtyDbContext db, CancellationToken cancellationToken)
    {
        await using var moment = await db.BeginReadAsync(cancellationToken);
        var counts = await RecordCounts.ReadAsync(db, cancellationToken);
        var provider = db.Database.ProviderName!.Split('.')[^1].ToLowerInvariant();
        return TypedResults.Ok(new StatusResponse(
            ServiceVersion.Value, ArticleReader.Version, new(provider, db.Whereabouts, (await db.BehindAsync(cancellationToken))?.TotalSeconds),
            new(counts.Documents, counts.Sources, counts.Statements, counts.Claims), counts.Position, counts.LastChangeAt));
    }
}
