using CasualtyApi.Benchmarks.Ledgers;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Sqlite;
using CasualtyApi.Store.Terms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CasualtyApi.Tests.Benchmarks;

/// <summary>What is measured is measured on a database that the service itself could have written.</summary>
public sealed class DrawnLedgerTests
{
    private const int Claims = 300;

    [Fact]
    public async Task A_ledger_written_in_bulk_is_the_one_the_change_log_writes_row_for_row()
    {
        await using var slow = await TestDatabase.CreateAsync();
        await using var fast = await TestDatabase.CreateAsync();

        using (var pen = new ChangeLogPen(slow)) await new DrawnLedger(pen, Claims).WriteAsync();
        await using (var context = fast.Open())
        {
            await context.Database.OpenConnectionAsync();
            await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF");
            using var pen = new BulkPen(context);
            await new DrawnLedger(pen, Claims).WriteAsync();
        }

        await using (var context = fast.Open()) await context.PrepareAsync(TimeProvider.System);
        var (expected, actual) = (await RowsAsync(slow), await RowsAsync(fast));
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected.Keys, table => Assert.Equal(expected[table], actual[table]));
        Assert.NotEmpty(actual["claim_revisions"]);
        Assert.Null(await fast.SqlAsync("PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task It_has_repeats_parts_joint_claimants_and_every_category()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF");
        using (var pen = new BulkPen(context)) await new DrawnLedger(pen, 2_000).WriteAsync();

        Assert.Equal(2_000, await context.Claims.CountAsync());
        Assert.Equal(Enum.GetValues<CasualtyCategory>().Length, await context.Claims.Select(claim => claim.Category).Distinct().CountAsync());
        Assert.True(await context.Claims.AnyAsync(claim => claim.RepeatsClaimId != null));
        Assert.True(await context.Claims.AnyAsync(claim => claim.PartOfClaimId != null));
        Assert.True(await context.Claims.AnyAsync(claim => claim.UpdatesClaimId != null));
        Assert.True(await context.ClaimClaimants.AnyAsync(claimant => claimant.Ordinal == 1));
    }

    private static async Task<SortedDictionary<string, List<string>>> RowsAsync(TestDatabase database)
    {
        var tables = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await connection.OpenAsync();
        foreach (var table in await ListAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY name"))
        {
            var columns = await ListAsync(connection, $"SELECT name FROM pragma_table_info('{table}')");
            tables[table] = await ListAsync(connection, $"SELECT {string.Join(" || ' ' || ", columns.Select(column => $"quote(\"{column}\")"))} AS row FROM \"{table}\" ORDER BY row");
        }

        return tables;
    }

    private static async Task<List<string>> ListAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }

    private sealed class ChangeLogPen(TestDatabase database) : ILedgerPen, IDisposable
    {
        private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
        private ChangeLog? _log;
        private SqliteCasualtyDbContext? _context;
        private LedgerTransaction? _ledger;

        public async Task BeginAsync(string actor, long at)
        {
            var instant = DateTimeOffset.FromUnixTimeMilliseconds(at);
            if (instant > _clock.GetUtcNow()) _clock.SetUtcNow(instant);
            _ledger = await (_log ??= new(_clock)).BeginAsync(_context = database.Open(), actor);
        }

        public TRecord Add<TRecord>(TRecord record) where TRecord : LedgerRecord => _ledger!.Add(record);

        public Party Add(Party party) => _ledger!.Add(party);

        public Place Add(Place place) => _ledger!.Add(place);

        public void Change(Claim claim, Action<Claim> edit, ChangeKind kind, string? reason)
        {
            var known = _context!.Claims.Single(one => one.Id == claim.Id);
            _ledger!.Change(known, kind, reason);
            edit(known);
            edit(claim);
        }

        public async Task CommitAsync()
        {
            await _ledger!.CommitAsync();
            await _ledger.DisposeAsync();
            await _context!.DisposeAsync();
        }

        public void Dispose() => _log?.Dispose();
    }
}
