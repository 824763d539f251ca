using System.Data;
using System.Data.Common;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>Which claims, in which order: SQL that EF composes, whose one column is read without EF.</summary>
internal static class ClaimIds
{
    public static async Task<DbDataReader> ReadAsync(IQueryable<Claim> ordered, int? limit, CancellationToken cancellationToken)
    {
        var ids = ordered.Select(claim => claim.Id);
        await using var command = (limit is { } most ? ids.Take(most) : ids).CreateDbCommand();
        return await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
    }

    public static async Task<List<long>> ListAsync(IQueryable<Claim> ordered, int limit, CancellationToken cancellationToken)
    {
        await using var reader = await ReadAsync(ordered, limit, cancellationToken);
        var ids = new List<long>();
        while (await reader.ReadAsync(cancellationToken)) ids.Add(reader.GetInt64(0));
        return ids;
    }
}
