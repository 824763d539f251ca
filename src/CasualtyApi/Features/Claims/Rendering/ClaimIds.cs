using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>Which claims, in which order: SQL that EF composes, whose one column is read without EF.</summary>
internal static class ClaimIds
{
    /// <param name="legs">Ordered queries that follow on one another.</param>
    /// <param name="limit">How many are wanted at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<List<long>> ListAsync(IEnumerable<IQueryable<Claim>> legs, int limit, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        foreach (var leg in legs)
        {
            await using var command = leg.Select(claim => claim.Id).Take(limit - ids.Count).CreateDbCommand();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) ids.Add(reader.GetInt64(0));
            if (ids.Count == limit) break;
        }

        return ids;
    }
}
