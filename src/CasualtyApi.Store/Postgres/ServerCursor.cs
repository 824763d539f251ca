using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>A query whose rows wait at the server: they are fetched when they are wanted, with other questions in between.</summary>
internal sealed class ServerCursor(NpgsqlConnection connection, IQueryable<long> ids)
{
    private static long count;

    private readonly string name = $"stretches_{Interlocked.Increment(ref count)}";

    public async IAsyncEnumerable<IReadOnlyList<long>> StretchesAsync(int length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (var query = ids.CreateDbCommand())
        {
            query.CommandText = $"DECLARE {name} NO SCROLL CURSOR FOR {query.CommandText}";
            await query.ExecuteNonQueryAsync(cancellationToken);
        }

        while (await FetchAsync(length, cancellationToken) is { Count: > 0 } stretch)
        {
            yield return stretch;
            if (stretch.Count < length) break;
        }

        await using var close = new NpgsqlCommand($"CLOSE {name}", connection);
        await close.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<List<long>> FetchAsync(int length, CancellationToken cancellationToken)
    {
        var stretch = new List<long>(length);
        await using var fetch = new NpgsqlCommand($"FETCH {length} FROM {name}", connection);
        await using var reader = await fetch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) stretch.Add(reader.GetInt64(0));
        return stretch;
    }
}
