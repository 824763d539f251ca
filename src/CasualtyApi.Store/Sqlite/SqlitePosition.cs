using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// Reads the ledger's position with one step of a prepared statement, and not even that while nobody commits: then an answer that is known already costs
/// no call of SQLite. It sees what other processes committed, too.
/// </summary>
internal sealed class SqlitePosition(string connectionString) : LedgerPosition
{
    private const string Last = "SELECT max(position) FROM changes";
    private readonly ConcurrentBag<Watch> idle = [];
    private readonly Lock opening = new();
    private WalIndex? index;
    private Seen? seen;

    public override ValueTask<long?> ReadAsync(CancellationToken cancellationToken) => new(Read());

    public override long? Latest => Read();

    private long? Read()
    {
        if (Volatile.Read(ref seen) is { } last && last.Index.TryRead() == last.Head) return last.Position;

        // The head before the position: what is committed between the two makes them differ from what comes next.
        var open = Index();
        var head = open?.TryRead();
        var position = Ask();
        if (open is not null && head is { } before && position is { } read) Volatile.Write(ref seen, new(open, before, read));
        return position;
    }

    public override void Dispose()
    {
        while (idle.TryTake(out var watch)) watch.Dispose();
        lock (opening)
        {
            index?.Dispose();
            (index, seen) = (null, null);
        }
    }

    private WalIndex? Index()
    {
        if (index is { } open) return open;
        lock (opening) return index ??= WalIndex.Open(connectionString);
    }

    private long? Ask()
    {
        if (!idle.TryTake(out var watch)) watch = Open();
        if (watch is null) return null;
        var position = watch.Step();
        if (position is null) watch.Dispose();
        else idle.Add(watch);
        return position;
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

    /// <summary>What was read while the index had this head.</summary>
    private sealed record Seen(WalIndex Index, WalIndex.Head Head, long Position);

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
