using CasualtyApi.Store.Ledger.Replay;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// On SQLite: an index that is made of sorted rows costs a fraction of one that grows with each, and pages that are written more than once
/// stay in memory meanwhile.
/// </summary>
internal sealed class SqliteBulkLoad : BulkLoad
{
    private const int CacheMiB = 256;

    private readonly SqliteCasualtyDbContext context;
    private readonly List<Index> indexes;
    private readonly IDbContextTransaction transaction;

    private SqliteBulkLoad(SqliteCasualtyDbContext context, IDbContextTransaction transaction, List<Index> indexes) =>
        (this.context, this.transaction, this.indexes) = (context, transaction, indexes);

    public static async Task<SqliteBulkLoad> BeginAsync(SqliteCasualtyDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // SQLite takes neither within a transaction.
            await RunAsync(context, $"PRAGMA foreign_keys = OFF; PRAGMA cache_size = -{CacheMiB << 10}; PRAGMA threads = 2", cancellationToken);
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var indexes = await AskAsync<Index>(context, "SELECT name AS Name, sql AS Make FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL", cancellationToken);
            foreach (var index in indexes) await RunAsync(context, $"DROP INDEX \"{index.Name}\"", cancellationToken);
            return new(context, transaction, indexes);
        }
        catch
        {
            await CloseAsync(context);
            throw;
        }
    }

    public override async Task IndexAsync(CancellationToken cancellationToken)
    {
        foreach (var index in indexes) await RunAsync(context, index.Make, cancellationToken);
        if (await AskAsync<string>(context, "SELECT \"table\" AS Value FROM pragma_foreign_key_check LIMIT 1", cancellationToken) is [var table])
        {
            throw new StoreRefusedException($"A row of {table} names one that is not there.");
        }
    }

    public override Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await CloseAsync(context);
    }

    // The connection may go on to serve others.
    private static async Task CloseAsync(SqliteCasualtyDbContext context)
    {
        await RunAsync(context, "PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000; PRAGMA threads = 0", CancellationToken.None);
        await context.Database.CloseConnectionAsync();
    }

    private static Task<int> RunAsync(SqliteCasualtyDbContext context, string sql, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync(sql, cancellationToken);

    private static Task<List<TRow>> AskAsync<TRow>(SqliteCasualtyDbContext context, string sql, CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<TRow>(sql).ToListAsync(cancellationToken);

    private sealed record Index(string Name, string Make);
}
