using System.Data.Common;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>
/// Reads the ledger's position for all who wait at once. Whoever comes while it is being read waits for the next reading: only one
/// that began after a request arrived can tell it of every change that was acknowledged before.
/// </summary>
/// <remarks>
/// It is the first thing a request asks, so nobody waits for it long; and who waited in vain lets go of the connections that are open: what
/// the request asks next opens another, which a server that has gone fails sooner.
/// </remarks>
internal sealed class PostgresPosition(string connectionString) : LedgerPosition
{
    private const string Last = "SELECT coalesce(max(position), 0) FROM changes";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Task<long?> running = Task.FromResult<long?>(null);
    private Task<long?>? next;

    private long latest = -1;

    public override long? Latest => Volatile.Read(ref latest) is >= 0 and var read ? read : null;

    public override async ValueTask<long?> ReadAsync(CancellationToken cancellationToken)
    {
        Task<long?> reading;
        lock (gate) reading = next ??= Task.Run(NextAsync, CancellationToken.None);
        try
        {
            return await reading.WaitAsync(Longest, cancellationToken);
        }
        catch (TimeoutException)
        {
            NpgsqlConnection.ClearPool(new(connectionString));
            return null;
        }
    }

    public override void Dispose()
    {
        // Its connections are of the pool that the contexts use, too.
    }

    private async Task<long?> NextAsync()
    {
        Task<long?> before;
        lock (gate) before = running;
        await before;
        lock (gate) (running, next) = (next!, null);
        try
        {
            // A connection by itself, not of a data source: only there may a string of several hosts say which of them is meant.
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(Last, connection);
            var position = (long)(await command.ExecuteScalarAsync())!;
            Volatile.Write(ref latest, position);
            return position;
        }
        catch (DbException)
        {
            // Who answers at length says what is the matter.
            return null;
        }
    }
}
