using CasualtyApi.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Store.Sqlite;

public sealed class SqlitePreparationTests
{
    [Fact]
    public async Task A_missing_database_is_made_from_the_migrations_and_is_durable()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.Open();

        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal("wal", await database.SqlAsync("PRAGMA journal_mode"));
        Assert.Equal([1L], await context.Database.SqlQuery<long>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").ToListAsync());
        Assert.Equal([2L], await context.Database.SqlQuery<long>($"SELECT synchronous AS Value FROM pragma_synchronous").ToListAsync());
    }

    [Fact]
    public async Task Preparing_it_again_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var before = await SchemaAsync(database);
        await database.PrepareAsync();
        Assert.Equal(before, await SchemaAsync(database));
    }

    [Fact]
    public async Task Three_that_start_at_once_migrate_it_once()
    {
        await using var database = TestDatabase.Missing();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => database.PrepareAsync())));

        await using var context = database.Open();
        Assert.Equal((long)context.Database.GetMigrations().Count(), await database.SqlAsync("SELECT count(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task Who_may_not_migrate_makes_no_file_and_changes_no_schema_and_serves_one_that_is_right()
    {
        await using var database = TestDatabase.Missing();
        Assert.Contains("the command 'migrate'", (await RefusalAsync()).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(database.Path));

        await database.PrepareAsync();
        await using (var context = database.Open()) await context.PrepareMigratedAsync(TimeProvider.System);
        await database.SqlAsync("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%FormKeys'");
        Assert.Contains("of an earlier version", (await RefusalAsync()).Message, StringComparison.Ordinal);

        async Task<StoreRefusedException> RefusalAsync()
        {
            await using var context = database.Open();
            return await Assert.ThrowsAsync<StoreRefusedException>(() => context.PrepareMigratedAsync(TimeProvider.System));
        }
    }

    [Fact]
    public async Task A_migration_killed_half_way_does_not_hold_up_the_next_start()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SqlAsync("DELETE FROM __EFMigrationsHistory");
        foreach (var table in await TablesAsync(database)) await database.SqlAsync($"PRAGMA foreign_keys=OFF; DROP TABLE IF EXISTS \"{table}\"");
        await database.SqlAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2025-01-01 00:00:00')");

        await database.PrepareAsync();

        Assert.Equal(9L, await database.SqlAsync("SELECT count(*) FROM counters"));
    }

    [Fact]
    public async Task A_database_killed_while_it_was_made_is_made_again()
    {
        await using var database = TestDatabase.Missing();
        await File.WriteAllTextAsync(database.Path, "");
        await File.WriteAllTextAsync($"{database.Path}.lock", "+");

        await database.PrepareAsync();

        Assert.Equal(9L, await database.SqlAsync("SELECT count(*) FROM counters"));
    }

    [Fact]
    public async Task An_empty_file_is_no_database()
    {
        await using var database = TestDatabase.Missing();
        await File.WriteAllTextAsync(database.Path, "");
        await AssertRefusedAsync(database, "is empty (0 bytes)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(40_000)]
    public async Task A_file_damaged_anywhere_is_refused(int offset)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.CloseAsync();
        await using (var file = File.OpenWrite(database.Path))
        {
            file.Position = offset;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        await AssertRefusedAsync(database, "is damaged");
    }

    [Fact]
    public async Task A_file_cut_short_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.CloseAsync();
        await using (var file = File.OpenWrite(database.Path)) file.SetLength(file.Length / 2);
        await AssertRefusedAsync(database, "is damaged");
    }

    [Fact]
    public async Task A_later_versions_database_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SqlAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Tomorrow', '99.0')");
        await AssertRefusedAsync(database, "29990101000000_Tomorrow");
    }

    [Fact]
    public async Task Another_programs_database_is_refused()
    {
        await using var database = TestDatabase.Missing();
        await database.SqlAsync("CREATE TABLE cookies (name TEXT)");
        await AssertRefusedAsync(database, "another program's");
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AssertRefusedAsync(database, "cannot be written", "Mode=ReadOnly");
    }

    [Fact]
    public async Task A_database_locked_by_another_process_is_refused_in_seconds()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await other.OpenAsync();
        await using var write = other.BeginTransaction();

        await AssertRefusedAsync(database, "is locked by another process");
    }

    private static async Task AssertRefusedAsync(TestDatabase database, string reason, string settings = "")
    {
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => database.PrepareAsync(settings));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(database.Path, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private static async Task<object?> SchemaAsync(TestDatabase database) =>
        await database.SqlAsync("SELECT group_concat(sql, ';') || (SELECT count(*) FROM __EFMigrationsHistory) FROM sqlite_master");

    private static async Task<string[]> TablesAsync(TestDatabase database) =>
        $"{await database.SqlAsync("SELECT group_concat(name) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'")}".Split(',');
}
