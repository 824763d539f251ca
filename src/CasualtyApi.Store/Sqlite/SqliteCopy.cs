using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>Copies a database while it is in use: one moment of it, without what was deleted.</summary>
internal sealed class SqliteCopy(SqliteCasualtyDbContext context)
{
    public async Task ToAsync(string file, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var handle = ((SqliteConnection)context.Database.GetDbConnection()).Handle;

            // The command itself cannot be cancelled, and copying may take minutes.
            await using var stop = cancellationToken.Register(() => raw.sqlite3_interrupt(handle));
            await Task.Run(() => Vacuum(file), CancellationToken.None);
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

    private void Vacuum(string file)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.CommandTimeout = 0;
        command.Parameters.Add(new SqliteParameter("$file", file));
        command.ExecuteNonQuery();
    }
}
