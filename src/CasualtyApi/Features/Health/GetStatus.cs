using CasualtyApi.Extraction;
using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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
internal sealed record StatusDatabase(string Provider, string Name);

/// <summary>How many records there are.</summary>
internal sealed record StatusRecords(int Documents, int Sources, int Statements, int Claims);

internal static class GetStatus
{
    public static async Task<Ok<StatusResponse>> HandleAsync(CasualtyDbContext db, CancellationToken cancellationToken)
    {
        await using var moment = await db.BeginReadAsync(cancellationToken);
        var last = await db.Changes.AsNoTracking().OrderByDescending(change => change.Position)
            .Select(change => new { change.Position, change.At }).FirstOrDefaultAsync(cancellationToken);
        var records = new StatusRecords(
            await db.Documents.CountAsync(cancellationToken), await db.Sources.CountAsync(cancellationToken),
            await db.Statements.CountAsync(cancellationToken), await db.Claims.CountAsync(cancellationToken));
        var connection = db.Database.GetDbConnection();
        var provider = db.Database.ProviderName!.Split('.')[^1].ToLowerInvariant();
        var name = provider == "sqlite" ? Path.GetFullPath(connection.DataSource) : $"{connection.Database} on {connection.DataSource}";
        return TypedResults.Ok(new StatusResponse(
            ServiceVersion.Value, ArticleReader.Version, new(provider, name), records,
            last?.Position ?? 0, last is null ? null : Instant.Of(last.At)));
    }
}
