using System.Globalization;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// Brings a database file to this version's schema, or refuses it with one line. It is never served from when it is
/// damaged, another program's, a later version's or not to be written, and an empty file is no database.
/// </summary>
/// <param name="context">Of the database.</param>
/// <param name="clock">Of the time it may take.</param>
/// <param name="mayMigrate">Whether it gets this version's schema here; else it must have it.</param>
internal sealed class SqlitePreparation(SqliteCasualtyDbContext context, TimeProvider clock, bool mayMigrate = true)
{
    // Below this a commit could end on a full disk, and the mapped index of the write-ahead log in a SIGBUS.
    private const long LeastFreeBytes = 32L << 20;

    // Up to this size the whole file is checked, which takes less than a second.
    private const long CheckedWholeBytes = 256L << 20;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);
    private readonly string path = Path.GetFullPath(new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource);

    /// <exception cref="StoreRefusedException">The database cannot be served from.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        SqliteVersion.RefuseUnsound(raw.sqlite3_libversion().utf8_to_string());
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            MakeFolder();
            using var fileLock = await FileLock.TakeAsync($"{path}.lock", either.Token);
            await PrepareAsync(fileLock, either.Token);

            // However many there are: who is stopped in the middle goes on at the next start.
            await LeafBackfill.RunAsync(context, cancellationToken);
            await SearchBackfill.RunAsync(context, cancellationToken);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested)
        {
            throw Refused($"was not ready within {TimeLimit.TotalSeconds:0} s: another process may be preparing it", late);
        }
        catch (Exception fault) when (context.TroubleIn(fault) is { } trouble)
        {
            throw Refused(Words(trouble), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Refused("cannot be opened: its folder cannot be written", fault);
        }
    }

    private async Task PrepareAsync(FileLock fileLock, CancellationToken cancellationToken)
    {
        var isNew = !File.Exists(path) || (new FileInfo(path).Length == 0 && fileLock.MakingWasCutShort);
        if (isNew && !mayMigrate) throw Refused("is not there: make it by the command 'migrate', or let a start do so (Database__Migrate=true)");
        if (isNew) fileLock.BeginMaking();
        else if (new FileInfo(path).Length == 0) throw Refused("is empty (0 bytes): restore a backup, or delete it to start a new one");

        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (!isNew) await CheckAsync(cancellationToken);
            await MigrateAsync(cancellationToken);
            await AssertDurableAsync(cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }

        fileLock.EndMaking();
    }

    private void MakeFolder()
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < LeastFreeBytes)
        {
            throw Refused($"has {free >> 20} MiB of disk left and needs {LeastFreeBytes >> 20}");
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var check = new FileInfo(path).Length <= CheckedWholeBytes
            ? await AskAsync("PRAGMA quick_check(1)", cancellationToken)
            : await AskAsync("SELECT 'ok' FROM (SELECT count(*) FROM sqlite_master)", cancellationToken);
        if (check != "ok") throw Refused(Words(StoreTrouble.Damaged));

        // A file that cannot be written, or a write lock that is held, shows here and not at the first change.
        var handle = ((SqliteConnection)context.Database.GetDbConnection()).Handle;
        if (raw.sqlite3_db_readonly(handle, "main") == 1) throw Refused(Words(StoreTrouble.ReadOnly));
        await AskAsync("BEGIN IMMEDIATE", cancellationToken);
        await AskAsync("ROLLBACK", cancellationToken);

        if (await AskAsync("SELECT count(*) FROM sqlite_master WHERE name NOT LIKE '\\_\\_EF%' ESCAPE '\\'", cancellationToken) != "0"
            && await AskAsync("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancellationToken) == "0")
        {
            throw Refused("is another program's database");
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } later)
        {
            throw Refused($"was written by a later version (it holds migration {later}): start that version, or restore a backup");
        }

        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;
        if (!mayMigrate) throw Refused("is of an earlier version: run the command 'migrate' of this one, or let a start do so (Database__Migrate=true)");

        // A process killed in mid-migration leaves EF's own lock behind, and Migrate would wait for it for ever. Nobody
        // else is migrating: this process holds the file lock.
        if (await AskAsync("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancellationToken) != "0")
        {
            await AskAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }

    // With synchronous=NORMAL none of 500 acknowledged writes outlived a power cut; with FULL all did.
    private async Task AssertDurableAsync(CancellationToken cancellationToken)
    {
        var journal = await AskAsync("PRAGMA journal_mode=WAL", cancellationToken);
        var synchronous = await AskAsync("PRAGMA synchronous", cancellationToken);
        var foreignKeys = await AskAsync("PRAGMA foreign_keys", cancellationToken);
        if ((journal, synchronous, foreignKeys) != ("wal", "2", "1"))
        {
            throw Refused($"is not durable: journal_mode={journal}, synchronous={synchronous}, foreign_keys={foreignKeys}");
        }
    }

    private async Task<string?> AskAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private StoreRefusedException Refused(string what, Exception? cause = null) => new($"The database {path} {what}.", cause);

    private static string Words(StoreTrouble trouble) => trouble switch
    {
        StoreTrouble.Busy => "is locked by another process",
        StoreTrouble.Full => "has no disk left",
        StoreTrouble.ReadOnly => "cannot be written",
        StoreTrouble.Damaged => "is damaged, or no SQLite database: restore a backup",
        _ => "cannot be opened",
    };
}
