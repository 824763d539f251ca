using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>Copies a database while it is in use: one moment of it, without what was deleted.</summary>
internal sealed class SqliteCopy(SqliteCasualtyDbContext context)
{
    private const string Never = "DELETE FROM form_keys";
    private const string OnlyInBackups = "DELETE FROM api_keys; DELETE FROM idempotent_answers; DELETE FROM received_bytes";

    public async Task ToAsync(string file, bool withKeys, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var handle = ((SqliteConnection)context.Database.GetDbConnection()).Handle;

            // The command itself cannot be cancelled, and copying may take minutes.
            await using var stop = cancellationToken.Register(() => raw.sqlite3_interrupt(handle));
            await Task.Run(() => Vacuum(file), CancellationToken.None);
            Forget(file, withKeys ? Never : $"{Never}; {OnlyInBackups}");
        }
        catch (SqliteException stopped) when (stopped.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            File.Delete(file);
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    // Secure: what is deleted is overwritten, not only given up.
    private static void Forget(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode=OFF; PRAGMA secure_delete=ON; {sql}";
        command.ExecuteNonQuery();
    }

    private void Vacuum(string file)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.CommandTimeout = 0;
        command.Parameters.Add(new SqliteParameter("$file", file));
        command.ExecuteNonQuery();
    }
}
