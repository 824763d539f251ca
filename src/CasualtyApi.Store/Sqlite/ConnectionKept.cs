using System.Collections.Concurrent;
using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// Statements prepared once for a connection, kept as long as SQLite has it open. A connection of the pool stays open; what is kept for any other goes
/// when it is closed: SQLite would hold the file, and its locks, until the last statement is gone.
/// </summary>
internal static class ConnectionKept
{
    private static readonly ConditionalWeakTable<sqlite3, ConcurrentDictionary<Type, IDisposable>> Kept = [];

    /// <param name="connection">Open.</param>
    /// <param name="prepare">Called where it has none of these yet.</param>
    public static T Of<T>(SqliteConnection connection, Func<sqlite3, T> prepare)
        where T : class, IDisposable
    {
        var handle = connection.Handle!;
        if (!Kept.TryGetValue(handle, out var kept)) kept = Kept.GetOrAdd(handle, _ => Keep(connection));
        return (T)kept.GetOrAdd(typeof(T), static (_, open) => open.prepare(open.handle), (handle, prepare));
    }

    private static ConcurrentDictionary<Type, IDisposable> Keep(SqliteConnection connection)
    {
        var kept = new ConcurrentDictionary<Type, IDisposable>();
        if (!new SqliteConnectionStringBuilder(connection.ConnectionString).Pooling) connection.StateChange += LetGo;
        return kept;

        void LetGo(object sender, StateChangeEventArgs change)
        {
            if (change.CurrentState != ConnectionState.Closed) return;
            connection.StateChange -= LetGo;
            foreach (var statements in kept.Values) statements.Dispose();
        }
    }
}
