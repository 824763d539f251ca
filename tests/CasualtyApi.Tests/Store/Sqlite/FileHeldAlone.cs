using CasualtyApi.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CasualtyApi.Tests.Store.Sqlite;

/// <summary>A database's file as one connection has it alone, which SQLite grants only while nobody else has it open.</summary>
internal static class FileHeldAlone
{
    /// <summary>More than a loaded machine needs: no test asserts a time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs statements that need the file alone, once all else in this process has let go of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="position">Keeps it open between requests, and lets go first.</param>
    /// <param name="statements">What is run, on the connection that is returned.</param>
    public static async Task<SqliteConnection> HoldAsync(string path, LedgerPosition position, params string[] statements)
    {
        for (var started = TimeProvider.System.GetTimestamp(); ;)
        {
            position.Dispose();
            LetGo();
            var alone = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=1");
            try
            {
                await alone.OpenAsync();
                await using var command = alone.CreateCommand();
                foreach (var statement in statements)
                {
                    command.CommandText = statement;
                    await command.ExecuteNonQueryAsync();
                }

                return alone;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == raw.SQLITE_BUSY && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                // Somebody has it open just now: a writer that has answered still has to close its connection.
                await alone.DisposeAsync();
            }
        }
    }

    /// <summary>Statements that are prepared for a connection keep its file open until they are collected with it.</summary>
    private static void LetGo()
    {
        SqliteConnection.ClearAllPools();
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
