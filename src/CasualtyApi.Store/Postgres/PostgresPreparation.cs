using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CasualtyApi.Store.Postgres;

/// <summary>
/// Brings a PostgreSQL database to this version's schema, or refuses it with one line. Of several processes that start at once one
/// migrates, under an advisory lock that goes with its connection; the others wait, and find it done.
/// </summary>
/// <param name="context">Of the database.</param>
/// <param name="clock">Of the time it may take.</param>
/// <param name="mayMigrate">Whether it gets this version's schema here; else it is waited for until it has it.</param>
internal sealed class PostgresPreparation(PostgresCasualtyDbContext context, TimeProvider clock, bool mayMigrate = true)
{
    private const string DeferrableKeys =
        """
        DO $$ DECLARE one record; BEGIN
            FOR one IN SELECT conrelid::regclass AS relation, conname FROM pg_constraint
                WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::text::regnamespace
            LOOP EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', one.relation, one.conname); END LOOP;
        END $$
        """;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(30);

    /// <exception cref="StoreRefusedException">The database cannot be served from.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var timeout = context.Database.GetCommandTimeout();
        context.Database.SetCommandTimeout(LongestStatement);
        try
        {
            await OpenAsync(either.Token);
            await CheckServerAsync(either.Token);
            var isStandby = await AskAsync("SELECT pg_is_in_recovery()", either.Token) == "True";
            if (isStandby || !mayMigrate) await WaitForSchemaAsync(either.Token);
            else await UnderLockAsync(either.Token, cancellationToken);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested)
        {
            throw Refused(mayMigrate
                ? $"was not ready within {TimeLimit.TotalSeconds:0} s: another process may be preparing it"
                : $"did not get this version's schema within {TimeLimit.TotalSeconds:0} s: run the command 'migrate' of this version", late);
        }
        catch (Exception fault) when (context.TroubleIn(fault) is { } trouble)
        {
            throw Refused(Words(trouble), fault);
        }
        finally
        {
            context.Database.SetCommandTimeout(timeout);
            await context.Database.CloseConnectionAsync();
        }
    }

    // A server that starts at the same time is waited for.
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await context.Database.OpenConnectionAsync(cancellationToken);
                return;
            }
            catch (Exception away) when (PostgresTrouble.IsStarting(away))
            {
                await Task.Delay(SchemaLock.Pause, clock, cancellationToken);
            }
        }
    }

    private async Task CheckServerAsync(CancellationToken cancellationToken)
    {
        var version = int.Parse((await AskAsync("SHOW server_version_num", cancellationToken))!, CultureInfo.InvariantCulture) / 10_000;
        if (version < PostgresVersion.Least) throw Refused($"is on PostgreSQL {version}: {PostgresVersion.Least} or later is needed");
        var encoding = await AskAsync("SHOW server_encoding", cancellationToken);
        if (encoding != "UTF8") throw Refused($"is encoded as {encoding}: create it with ENCODING 'UTF8' TEMPLATE template0");
    }

    private async Task UnderLockAsync(CancellationToken limited, CancellationToken cancellationToken)
    {
        await using var schemaLock = await SchemaLock.TakeAsync(context, clock, limited);
        await RefuseOthersAsync(limited);
        await context.GetService<IHistoryRepository>().CreateIfNotExistsAsync(limited);
        if ((await context.Database.GetPendingMigrationsAsync(limited)).Any())
        {
            // No migration can change a table under a view.
            await RunAsync(PostgresViews.Drop, limited);
            await context.Database.MigrateAsync(limited);
        }

        await RunAsync(DeferrableKeys, limited);
        await MakeViewsAsync(limited);

        // However many there are: who is stopped in the middle goes on at the next start.
        await LeafBackfill.RunAsync(context, cancellationToken);
        await SearchBackfill.RunAsync(context, cancellationToken);
    }

    private async Task WaitForSchemaAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await RefuseOthersAsync(cancellationToken);
            if (!await IsBehindAsync(cancellationToken)) return;
            await Task.Delay(SchemaLock.Pause, clock, cancellationToken);
        }
    }

    private async Task<bool> IsBehindAsync(CancellationToken cancellationToken)
    {
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return true;
        var (_, mark) = await ViewsAsync(cancellationToken);
        return await MarkAsync(cancellationToken) != mark;
    }

    private async Task RefuseOthersAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync("SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::text::regnamespace AND relkind = 'r'", cancellationToken) == "0") return;
        if (await AskAsync("SELECT to_regclass('\"__EFMigrationsHistory\"')::text", cancellationToken) is null or "") throw Refused("is another program's database: give the service one of its own");
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } later)
        {
            throw Refused($"was written by a later version (it holds migration {later}): start that version, or restore a backup");
        }
    }

    private async Task MakeViewsAsync(CancellationToken cancellationToken)
    {
        var (statements, mark) = await ViewsAsync(cancellationToken);
        if (await MarkAsync(cancellationToken) == mark) return;
        await RunAsync($"BEGIN; {statements}; COMMENT ON SCHEMA {PostgresViews.Schema} IS '{mark}'; COMMIT", cancellationToken);
    }

    private async Task<(string Statements, string Mark)> ViewsAsync(CancellationToken cancellationToken)
    {
        var home = await AskAsync("SELECT quote_ident(current_schema())", cancellationToken);
        var statements = string.Join("; ", new PostgresViews(context, home!).Statements());
        return (statements, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statements))));
    }

    // The comment tells which views there are, so that a start that finds them leaves them.
    private Task<string?> MarkAsync(CancellationToken cancellationToken) =>
        AskAsync($"SELECT obj_description(to_regnamespace('{PostgresViews.Schema}'), 'pg_namespace')", cancellationToken);

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = (int)LongestStatement.TotalSeconds;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<string?> AskAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private StoreRefusedException Refused(string what, Exception? cause = null) => new($"The database {context.Whereabouts} {what}.", cause);

    private static string Words(StoreTrouble trouble) => trouble switch
    {
        StoreTrouble.Busy => "is locked by another process",
        StoreTrouble.Full => "has no disk left",
        StoreTrouble.ReadOnly => "cannot be written",
        StoreTrouble.Damaged => "is damaged: restore a backup",
        _ => "cannot be reached: is the server running, does the database exist (createdb), are user and password right?",
    };
}
