using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>One question that requests ask again and again, prepared once on each of the connections that are kept for it: as many as ask at a time.</summary>
internal sealed class PreparedReaders(string connectionString, string sql) : IDisposable
{
    private readonly ConcurrentBag<Reader> idle = [];
    private volatile bool isDisposed;

    /// <param name="ask">Binds, steps and reads; it holds the statement until it returns.</param>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public T Ask<T>(Func<PreparedStatement, T> ask)
    {
        if (!idle.TryTake(out var reader)) reader = Open();
        var isWhole = false;
        try
        {
            var answer = ask(reader.Statement);
            reader.Statement.Reset();
            isWhole = true;
            return answer;
        }
        finally
        {
            if (isWhole && !isDisposed) idle.Add(reader);
            else reader.Dispose();
        }
    }

    public void Dispose()
    {
        isDisposed = true;
        while (idle.TryTake(out var reader)) reader.Dispose();
    }

    private Reader Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();

            // A command would wait by itself; a statement has to be told.
            raw.sqlite3_busy_timeout(connection.Handle, connection.DefaultTimeout * 1000);
            return new(connection, new(connection.Handle!, sql));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private sealed record Reader(SqliteConnection Connection, PreparedStatement Statement) : IDisposable
    {
        public void Dispose()
        {
            Statement.Dispose();
            Connection.Dispose();
        }
    }
}
