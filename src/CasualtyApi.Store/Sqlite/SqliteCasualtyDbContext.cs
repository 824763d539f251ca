using System.Data.Common;
using System.Runtime.CompilerServices;
using CasualtyApi.Store.Ledger.Replay;
using CasualtyApi.Store.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>The store on SQLite.</summary>
public sealed class SqliteCasualtyDbContext(DbContextOptions<SqliteCasualtyDbContext> options) : CasualtyDbContext(options)
{
    public override string Whereabouts => File;

    public override string File => Path.GetFullPath(Database.GetDbConnection().DataSource);

    public override long? FreeBytes => new DriveInfo(Path.GetDirectoryName(Whereabouts)!).AvailableFreeSpace;

    public override FullText FullText => new SqliteFullText(this);

    public override Task PrepareAsync(TimeProvider clock, CancellationToken cancellationToken = default) =>
        new SqlitePreparation(this, clock).RunAsync(cancellationToken);

    public override Task PrepareMigratedAsync(TimeProvider clock, CancellationToken cancellationToken = default) =>
        new SqlitePreparation(this, clock, mayMigrate: false).RunAsync(cancellationToken);

    public override Task GoBackAsync(long position, CancellationToken cancellationToken = default) =>
        new SqliteAsOf(this, position).ShowAsync(cancellationToken);

    public override async IAsyncEnumerable<IReadOnlyList<long>> StretchesAsync(
        IQueryable<long> ids, int length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = ids.CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        for (var isMore = true; isMore;)
        {
            var stretch = new List<long>(length);
            while (stretch.Count < length && (isMore = await reader.ReadAsync(cancellationToken))) stretch.Add(reader.GetInt64(0));
            if (stretch.Count > 0) yield return stretch;
        }
    }

    public override long Position() => Cells().Position();

    public override bool MayBeBorne(IReadOnlyCollection<string> names) => SqliteLedgerRows.Of(this).AreBorne(names);

    internal override Reading.ClaimCells OpenCells() => Cells();

    /// <remarks>
    /// SQLite's transactions begin with the one write lock there is. The write-ahead log, which grows as long as a reader needs what is in it, is
    /// cut to its usual size when it begins anew; by itself it would keep the greatest it ever had.
    /// </remarks>
    internal override Task<Dictionary<string, long>> LetInOneWriterAsync(CancellationToken cancellationToken)
    {
        _ = raw.sqlite3_exec(((SqliteConnection)Database.GetDbConnection()).Handle, "PRAGMA journal_size_limit = 4194304");
        return Task.FromResult(SqliteLedgerRows.Of(this).Counters());
    }

    internal override Task CountAsync(IReadOnlyDictionary<string, long> drawn, CancellationToken cancellationToken)
    {
        SqliteLedgerRows.Of(this).Count(drawn);
        return Task.CompletedTask;
    }

    internal override void AddLedgerRow(object row) => SqliteLedgerRows.Of(this).Write(this, row);

    /// <remarks>
    /// Rows that are only added are written by statements prepared once for the connection; EF would prepare one for each. What is changed or taken
    /// away goes through EF, which knows what of it.
    /// </remarks>
    internal override Task SaveLedgeredAsync(CancellationToken cancellationToken)
    {
        var pending = ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        if (pending.Exists(entry => entry.State != EntityState.Added)) return base.SaveLedgeredAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var rows = SqliteLedgerRows.Of(this);
        try
        {
            foreach (var row in AddedRows.InOrder(pending)) rows.Write(this, row);
        }
        catch (SqliteException refused)
        {
            throw new DbUpdateException(refused.Message, refused);
        }

        ChangeTracker.AcceptAllChanges();
        return Task.CompletedTask;
    }

    internal override async Task<BulkLoad> BeginBulkLoadAsync(CancellationToken cancellationToken) => await SqliteBulkLoad.BeginAsync(this, cancellationToken);

    internal override RowWrite OpenInsert(IEntityType entity) => new SqliteRowInsert(this, entity);

    // SQLite's own default takes the write lock; a deferred transaction only holds its snapshot.
    internal override Task<DbTransaction> BeginReadTransactionAsync(CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true));

    private SqliteClaimCells Cells() => SqliteClaimCells.Of((SqliteConnection)Database.GetDbConnection());

    public override Task CopyAsync(string file, bool withKeys, CancellationToken cancellationToken = default) =>
        new SqliteCopy(this).ToAsync(file, withKeys, cancellationToken);

    public override StoreTrouble? TroubleIn(Exception exception) => exception switch
    {
        StoreBusyException => StoreTrouble.Busy,
        StoreFullException => StoreTrouble.Full,
        SqliteException sqlite => sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StoreTrouble.Busy,
            raw.SQLITE_FULL => StoreTrouble.Full,
            raw.SQLITE_READONLY => StoreTrouble.ReadOnly,
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StoreTrouble.Damaged,
            raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR or raw.SQLITE_PERM => StoreTrouble.Unreachable,
            _ => null,
        },
        _ => exception.InnerException is { } inner ? TroubleIn(inner) : null,
    };
}
