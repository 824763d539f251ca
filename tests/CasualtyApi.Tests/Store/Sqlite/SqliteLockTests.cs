using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.Data.Sqlite;

namespace CasualtyApi.Tests.Store.Sqlite;

public sealed class SqliteLockTests
{
    [Fact]
    public async Task A_lock_that_another_process_holds_for_too_long_says_busy()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await other.OpenAsync();
        await using (var write = other.BeginTransaction())
        {
            await using var context = database.Open();
            var busy = await Record.ExceptionAsync(() => database.ChangeLog.BeginAsync(context, ChangeLog.Engine));
            Assert.Equal(StoreTrouble.Busy, context.TroubleIn(busy!));
        }

        await using var after = database.Open();
        await using var ledger = await database.ChangeLog.BeginAsync(after, ChangeLog.Engine);
        ledger.Add(new Source { Name = "After", Kind = SourceKind.Organization });
        Assert.Equal(1, await ledger.CommitAsync());
    }

    [Fact]
    public async Task A_lock_held_by_another_process_is_busy_for_all_who_wait_and_for_nobody_afterwards()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var hasty = new ChangeLog(database.Clock);
        await using var writes = new LedgerWriter(hasty, () => database.Open());
        await using var other = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await other.OpenAsync();
        await using (other.BeginTransaction())
        {
            var faults = await Task.WhenAll(Enumerable.Range(1, 5).Select(number => Record.ExceptionAsync(() => AddAsync(writes, $"Source {number}"))));
            await using var context = database.Open();
            Assert.All(faults, fault => Assert.Equal(StoreTrouble.Busy, context.TroubleIn(fault!)));
        }

        Assert.Equal(1, await AddAsync(writes, "After"));
    }

    [Fact]
    public async Task Whoever_has_patience_outlasts_a_lock_that_another_process_holds()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await other.OpenAsync();
        Task<long> patient;
        await using (other.BeginTransaction())
        {
            patient = AddAsync(database.Writes, "Patient");
            await Task.Delay(TimeSpan.FromSeconds(5));
            Assert.False(patient.IsCompleted, "SQLite itself waits four seconds.");
        }

        Assert.Equal(1, await patient);
    }

    private static Task<long> AddAsync(LedgerWriter writes, string name) => writes.WriteAsync("key:1", async (_, ledger, stop) =>
    {
        ledger.Add(new Source { Name = name, Kind = SourceKind.Organization });
        return await ledger.SaveAsync(stop);
    }, CancellationToken.None);
}
