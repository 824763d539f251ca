using CasualtyApi.Store.Ledger.Replay;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>
/// On PostgreSQL: an index that is made of all rows costs a fraction of one that grows with each, and keys that lead to other tables are
/// checked by one join instead of a look for each row. Nobody sees the tables without them: until the commit they are this transaction's.
/// </summary>
internal sealed class PostgresBulkLoad : BulkLoad
{
    private const string Definitions =
        """
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS "Drop",
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS "Make", true AS "IsKey"
        FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::text::regnamespace
        UNION ALL
        SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid), false
        FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
        WHERE relnamespace = current_schema()::text::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype <> 'f')
        ORDER BY "IsKey" DESC
        """;

    private static readonly TimeSpan LongestStatement = TimeSpan.FromHours(1);

    private readonly PostgresCasualtyDbContext context;
    private readonly IDbContextTransaction transaction;
    private readonly int? timeout;
    private readonly List<Definition> definitions = [];

    private PostgresBulkLoad(PostgresCasualtyDbContext context, IDbContextTransaction transaction, int? timeout) =>
        (this.context, this.transaction, this.timeout) = (context, transaction, timeout);

    public static async Task<PostgresBulkLoad> BeginAsync(PostgresCasualtyDbContext context, CancellationToken cancellationToken)
    {
        var timeout = context.Database.GetCommandTimeout();
        context.Database.SetCommandTimeout(LongestStatement);
        var load = new PostgresBulkLoad(context, await context.Database.BeginTransactionAsync(cancellationToken), timeout);
        try
        {
            await load.DropAsync(cancellationToken);
            return load;
        }
        catch
        {
            await load.DisposeAsync();
            throw;
        }
    }

    public override async Task IndexAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var one in definitions.OrderBy(one => one.IsKey)) await RunAsync(one.Make, cancellationToken);
        }
        catch (PostgresException broken) when (broken.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new StoreRefusedException($"A row of {broken.TableName} names one that is not there.", broken);
        }

        // Whoever reads next, plans by how many rows there are.
        await RunAsync("ANALYZE", cancellationToken);
    }

    public override Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        context.Database.SetCommandTimeout(timeout);
    }

    private async Task DropAsync(CancellationToken cancellationToken)
    {
        await RunAsync("SET LOCAL maintenance_work_mem = '256MB'", cancellationToken);
        definitions.AddRange(await context.Database.SqlQueryRaw<Definition>(Definitions).ToListAsync(cancellationToken));
        foreach (var one in definitions) await RunAsync(one.Drop, cancellationToken);
    }

    private Task<int> RunAsync(string sql, CancellationToken cancellationToken) => context.Database.ExecuteSqlRawAsync(sql, cancellationToken);

    private sealed record Definition(string Drop, string Make, bool IsKey);
}
