using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Store.Ledger;

public sealed class LedgerWriterTests
{
    [Fact]
    public async Task Changes_that_wait_share_a_transaction_and_each_is_answered_after_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var held = new TaskCompletionSource();
        var first = AddAsync(database, "First", held.Task);
        var others = Enumerable.Range(2, 20).Select(number => AddAsync(database, $"Source {number}")).ToList();
        var seen = database.Writes.WriteAsync("key:1", async (_, _, _) => await database.SqlAsync("SELECT count(*) FROM changes"), default);
        Assert.False(first.IsCompleted);

        held.SetResult();
        var positions = await Task.WhenAll([first, .. others]);
        Assert.Equal(Enumerable.Range(1, 21).Select(position => (long)position), positions);
        Assert.Equal(0L, await seen);
        Assert.Equal(21L, await database.SqlAsync("SELECT count(*) FROM changes"));
    }

    [Fact]
    public async Task Many_that_are_brought_together_share_a_transaction()
    {
        await using var database = await TestDatabase.CreateAsync();
        var held = new TaskCompletionSource();
        var first = AddAsync(database, "First", held.Task);
        var seen = new List<object?>();
        var others = Enumerable.Range(2, 20).Select(number => database.Writes.WriteAmongManyAsync("key:1", async (_, ledger, stop) =>
        {
            seen.Add(await database.SqlAsync("SELECT count(*) FROM changes"));
            ledger.Add(Source($"Source {number}"));
            return await ledger.SaveAsync(stop);
        }, TimeSpan.FromMinutes(1), default)).ToList();
        held.SetResult();

        Assert.Equal(Enumerable.Range(1, 21).Select(position => (long)position), await Task.WhenAll([first, .. others]));
        Assert.All(seen, count => Assert.Equal(0L, count));
    }

    [Fact]
    public async Task A_change_that_is_refused_or_fails_leaves_nothing_behind_and_fails_no_other()
    {
        await using var database = await TestDatabase.CreateAsync();
        var held = new TaskCompletionSource();
        var first = AddAsync(database, "First", held.Task);
        var refused = database.Writes.WriteAsync("key:1", (_, ledger, _) =>
        {
            ledger.Add(Source("Refused"));
            return Task.FromResult("no");
        }, default);
        var failed = FailAsync(database);
        var last = AddAsync(database, "Last");
        held.SetResult();

        Assert.Equal(1, await first);
        Assert.Equal("no", await refused);
        await Assert.ThrowsAsync<InvalidDataException>(() => failed);
        Assert.Equal(2, await last);
        await using var fresh = database.Open();
        var kept = await fresh.Sources.OrderBy(source => source.Id).Select(source => source.Id + " " + source.Name).ToListAsync();
        Assert.Equal(["1 First", "2 Last"], kept);
        Assert.Equal(2, await fresh.Changes.CountAsync());
        Assert.Equal(2, await fresh.LedgerNodes.CountAsync());
    }

    [Fact]
    public async Task Those_behind_a_first_change_that_is_refused_or_fails_are_made_all_the_same()
    {
        await using var database = await TestDatabase.CreateAsync();
        var held = new TaskCompletionSource();
        var refused = database.Writes.WriteAsync("key:1", async (_, ledger, _) =>
        {
            ledger.Add(Source("Refused"));
            await held.Task;
            return "no";
        }, default);
        var failed = FailAsync(database);
        var (first, last) = (AddAsync(database, "First"), AddAsync(database, "Last"));
        held.SetResult();

        Assert.Equal("no", await refused);
        await Assert.ThrowsAsync<InvalidDataException>(() => failed);
        Assert.Equal((1, 2), (await first, await last));
        await using var fresh = database.Open();
        Assert.Equal(["1 First", "2 Last"], await fresh.Sources.OrderBy(source => source.Id).Select(source => source.Id + " " + source.Name).ToListAsync());
        Assert.Equal(2, await fresh.LedgerNodes.CountAsync());
    }

    [Fact]
    public async Task A_caller_who_goes_takes_back_his_change_and_nobody_elses()
    {
        await using var database = await TestDatabase.CreateAsync();
        var held = new TaskCompletionSource();
        using var going = new CancellationTokenSource();
        var first = AddAsync(database, "First", held.Task);
        var waiting = AddAsync(database, "Waiting", null, going.Token);
        var begun = new TaskCompletionSource();
        var running = database.Writes.WriteAsync<long>("key:1", async (_, ledger, stop) =>
        {
            ledger.Add(Source("Running"));
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
            return 0;
        }, going.Token);
        var last = AddAsync(database, "Last");
        held.SetResult();
        await begun.Task;
        await going.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, await first);
        Assert.True(await waiting is 2, "It was done before its caller went.");
        Assert.Equal(3, await last);
    }

    [Fact]
    public async Task Parallel_changes_from_the_queue_and_from_elsewhere_leave_no_gap()
    {
        await using var database = await TestDatabase.CreateAsync();
        var positions = await Task.WhenAll(Enumerable.Range(0, 30).Select(async number =>
        {
            if (number % 10 != 0) return await AddAsync(database, $"Source {number}");
            await using var context = database.Open();
            await using var alone = await database.ChangeLog.BeginAsync(context, "key:2");
            alone.Add(Source($"Source {number}"));
            return await alone.CommitAsync();
        }));

        Assert.Equal(Enumerable.Range(1, 30).Select(position => (long)position), positions.Order());
        await using var fresh = database.Open();
        Assert.Equal(30, await fresh.Sources.CountAsync());
        Assert.Equal(30, await fresh.Changes.MaxAsync(change => change.Position));
    }

    private static Source Source(string name) => new() { Name = name, Kind = SourceKind.Organization };

    private static Task<long> FailAsync(TestDatabase database) => database.Writes.WriteAsync<long>("key:1", async (_, ledger, stop) =>
    {
        ledger.Add(Source("Failed"));
        await ledger.SaveAsync(stop);
        throw new InvalidDataException();
    }, default);

    private static Task<long> AddAsync(TestDatabase database, string name, Task? held = null, CancellationToken cancellationToken = default) =>
        database.Writes.WriteAsync("key:1", async (_, ledger, stop) =>
        {
            ledger.Add(Source(name));
            if (held is not null) await held;
            return await ledger.SaveAsync(stop);
        }, cancellationToken);
}
