using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Store.Sqlite;

/// <summary>A file is written where one stands; a server is waited for, wherever that goes on.</summary>
public sealed class SqliteWriterTests
{
    [Fact]
    public async Task A_change_that_nobody_stands_before_is_made_by_who_brings_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Writes.WriteAsync("key:1", (_, ledger, stop) => AddAsync(ledger, "First", stop), default);
        var (here, there) = (Environment.CurrentManagedThreadId, 0);
        var change = database.Writes.WriteAsync("key:1", (_, ledger, stop) =>
        {
            there = Environment.CurrentManagedThreadId;
            return AddAsync(ledger, "Second", stop);
        }, default);

        Assert.Equal(here, there);
        Assert.Equal(2, await change);
    }

    private static Task<long> AddAsync(LedgerTransaction ledger, string name, CancellationToken stop)
    {
        ledger.Add(new Source { Name = name, Kind = SourceKind.Organization });
        return ledger.SaveAsync(stop);
    }
}
