using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Postgres;

/// <summary>
/// One process at a time prepares a database. The server lets go of the lock when the connection ends, however it does, so none is
/// ever stale.
/// </summary>
internal sealed class SchemaLock : IAsyncDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // "casualty" in ASCII: advisory locks are told apart by numbers alone, within a database.
    private const string Number = "7161132886346101881";

    private readonly CasualtyDbContext context;

    private SchemaLock(CasualtyDbContext context) => this.context = context;

    /// <param name="context">Its connection is open, and holds the lock.</param>
    /// <param name="clock">Of the pauses.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static async Task<SchemaLock> TakeAsync(CasualtyDbContext context, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (!await AskAsync(context, "pg_try_advisory_lock", cancellationToken)) await Task.Delay(Pause, clock, cancellationToken);
        return new(context);
    }

    public async ValueTask DisposeAsync()
    {
        // On a connection that was lost there is nothing left to let go of.
        if (context.Database.GetDbConnection().State == System.Data.ConnectionState.Open) await AskAsync(context, "pg_advisory_unlock", CancellationToken.None);
    }

    private static async Task<bool> AskAsync(CasualtyDbContext context, string function, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {function}({Number})";
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
