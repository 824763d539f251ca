using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger.Replay;
using CasualtyApi.Store.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>The store on PostgreSQL.</summary>
public sealed class PostgresCasualtyDbContext(DbContextOptions<PostgresCasualtyDbContext> options) : CasualtyDbContext(options)
{
    private (DbTransaction Of, long Position)? seen;

    public override string Whereabouts
    {
        get
        {
            var connection = new NpgsqlConnectionStringBuilder(Database.GetConnectionString());
            return $"{connection.Database} on {string.Join(',', connection.Host!.Split(',').Select(host => host.Contains(':') ? host : $"{host}:{connection.Port}"))}";
        }
    }

    public override string? File => null;

    /// <remarks>
    /// A standby that has replayed whatever it received is not behind, however long ago the last change was; unless nobody sends to it.
    /// </remarks>
    public override async Task<TimeSpan?> BehindAsync(CancellationToken cancellationToken = default) => await Database.SqlQueryRaw<TimeSpan?>(
        """
        SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL
            WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() AND EXISTS (SELECT FROM pg_stat_wal_receiver) THEN interval '0'
            ELSE coalesce(clock_timestamp() - pg_last_xact_replay_timestamp(), interval '0') END AS "Value"
        """).SingleAsync(cancellationToken);

    public override FullText FullText => new PostgresFullText(this);

    public override Task PrepareAsync(TimeProvider clock, CancellationToken cancellationToken = default) =>
        new PostgresPreparation(this, clock).RunAsync(cancellationToken);

    public override Task PrepareMigratedAsync(TimeProvider clock, CancellationToken cancellationToken = default) =>
        new PostgresPreparation(this, clock, mayMigrate: false).RunAsync(cancellationToken);

    public override Task GoBackAsync(long position, CancellationToken cancellationToken = default) =>
        new PostgresAsOf(this, position).ShowAsync(cancellationToken);

    public override Task CopyAsync(string file, bool withKeys, CancellationToken cancellationToken = default) =>
        new PostgresCopy(this).ToAsync(file, withKeys, cancellationToken);

    public override StoreTrouble? TroubleIn(Exception exception) => PostgresTrouble.In(exception);

    /// <remarks>Read when the read transaction began; on the way there is nothing to wait for.</remarks>
    public override long Position()
    {
        if (seen is { } known && known.Of.Connection is not null && ReferenceEquals(known.Of.Connection, Database.GetDbConnection())) return known.Position;
        return Changes.Max(change => (long?)change.Position) ?? 0;
    }

    public override IAsyncEnumerable<IReadOnlyList<long>> StretchesAsync(IQueryable<long> ids, int length, CancellationToken cancellationToken) =>
        new ServerCursor((NpgsqlConnection)Database.GetDbConnection(), ids).StretchesAsync(length, cancellationToken);

    internal override Reading.ClaimCells OpenCells() => new PostgresClaimCells((NpgsqlConnection)Database.GetDbConnection());

    /// <remarks>What is filtered or searched for decides the way through the tables: a plan for any value would read all of them for a rare one, or sort all for a common one.</remarks>
    internal override async Task<DbTransaction> BeginReadTransactionAsync(CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        try
        {
            await using var batch = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands = { new("SET TRANSACTION READ ONLY"), new("SET LOCAL plan_cache_mode = force_custom_plan"), new("SELECT coalesce(max(position), 0) FROM changes") },
            };
            seen = (transaction, (long)(await batch.ExecuteScalarAsync(cancellationToken))!);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <remarks>The server says itself that another process holds the row for too long, so that it is told from one that does not answer.</remarks>
    internal override async Task<Dictionary<string, long>> LetInOneWriterAsync(CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Database.GetDbConnection())
        {
            BatchCommands =
            {
                new("SET LOCAL lock_timeout = '4s'"),
                new($"SELECT name FROM counters WHERE name = '{Counter.Position}' FOR UPDATE"),
                new("SELECT name, value FROM counters"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var counters = new Dictionary<string, long>();
        while (await reader.ReadAsync(cancellationToken)) counters.Add(reader.GetString(0), reader.GetInt64(1));
        return counters;
    }

    /// <remarks>In one statement, for each costs a way there and back.</remarks>
    internal override Task CountAsync(IReadOnlyDictionary<string, long> drawn, CancellationToken cancellationToken)
    {
        var cases = drawn.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"WHEN {{{2 * index}}} THEN {{{(2 * index) + 1}}}"));
        var names = drawn.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"{{{2 * index}}}"));
        var sql = $"UPDATE counters SET value = CASE name {string.Join(' ', cases)} END WHERE name IN ({string.Join(", ", names)})";
        object[] cells = [.. drawn.SelectMany(counter => new object[] { counter.Key, counter.Value })];
        return Database.ExecuteSqlAsync(FormattableStringFactory.Create(sql, cells), cancellationToken);
    }

    /// <remarks>It goes with the records, in one batch.</remarks>
    internal override void AddLedgerRow(object row) => Add(row);

    internal override async Task<BulkLoad> BeginBulkLoadAsync(CancellationToken cancellationToken) => await PostgresBulkLoad.BeginAsync(this, cancellationToken);

    internal override RowWrite OpenInsert(IEntityType entity) => new PostgresRowCopy(this, entity);

    /// <summary>Text compares by its bytes, as on every database, whatever the server's own order is.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties().Where(IsText)) property.SetCollation("C");
            foreach (var index in entity.GetIndexes().Where(index => index.Properties.Any(IsName)).ToList()) Widen(entity, index);
        }
    }

    // A b-tree refuses a value of more than 2.7 kB, and nobody limits a name; a hash holds any, and names are looked for whole. It
    // has one column, so of an index of two the other stays.
    private static void Widen(IMutableEntityType entity, IMutableIndex index)
    {
        if (index.Properties.Count == 1)
        {
            index.SetMethod("hash");
            return;
        }

        var others = index.Properties.Where(property => !IsName(property)).ToList();
        entity.RemoveIndex(index);
        if (entity.FindIndex(others) is null) entity.AddIndex(others);
    }

    private static bool IsName(IReadOnlyProperty property) => property.Name.EndsWith("Folded", StringComparison.Ordinal);

    private static bool IsText(IMutableProperty property)
    {
        var type = property.GetElementType()?.ClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(string) || type.IsEnum;
    }
}
