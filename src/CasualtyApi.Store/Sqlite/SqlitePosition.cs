using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// Reads the ledger's position with one step of a prepared statement, so that an answer that is known already costs no more
/// than that. It sees what other processes committed, too.
/// </summary>
internal sealed class SqlitePosition(string connectionString) : LedgerPosition
{
    private const string Last = "SELECT max(position) FROM changes";
    private readonly ConcurrentBag<Watch> idle = [];

    public override ValueTask<long?> ReadAsync(CancellationToken cancellationToken) => new(Read());

    public override long? Latest => Read();

    private long? Read()
    {
        if (!idle.TryTake(out var watch)) watch = Open();
        if (watch is null) return null;
        var position = watch.Step();
        if (position is null) watch.Dispose();
        else idle.Add(watch);
        return position;
    }

    public override void Dispose()
    {
        while (idle.TryTake(out var watch)) watch.Dispose();
    }

    private Watch? Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            if (raw.sqlite3_prepare_v2(connection.Handle, Last, out var statement) == raw.SQLITE_OK) return new(connection, statement);
        }
        catch (SqliteException)
        {
            // Who answers at length says what is the matter.
        }

        connection.Dispose();
        return null;
    }

    private sealed record Watch(SqliteConnection Connection, sqlite3_stmt Statement) : IDisposable
    {
        public long? Step()
        {
            long? position = raw.sqlite3_step(Statement) == raw.SQLITE_ROW ? raw.sqlite3_column_int64(Statement, 0) : null;
            raw.sqlite3_reset(Statement);
            return position;
        }

        public void Dispose()
        {
            Statement.Dispose();
            Connection.Dispose();
        }
    }
}
