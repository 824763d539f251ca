using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Sqlite;
using CasualtyApi.Store.Terms;
using CasualtyApi.Tests.Hosting;

namespace CasualtyApi.Tests.Store.Sqlite;

public sealed class SqlitePositionTests
{
    [Fact]
    public async Task Whoever_asks_after_a_commit_reads_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var position = SqliteStore.Position(database.Path, "/");
        var (committed, isOver) = (0L, false);
        var readers = Readers(() =>
        {
            var repeated = 0;
            for (var last = -1L; !Volatile.Read(ref isOver);)
            {
                var least = Volatile.Read(ref committed);
                var read = position.Latest ?? 0;
                Assert.InRange(read, Math.Max(least, last), long.MaxValue);
                if (read == last) repeated++;
                last = read;
            }

            return repeated;
        });
        for (var number = 1; number <= 500; number++) Volatile.Write(ref committed, await AddAsync(database, number));

        Volatile.Write(ref isOver, true);
        Assert.All(await Task.WhenAll(readers), repeated => Assert.NotEqual(0, repeated));
        Assert.Equal(500, position.Latest);
    }

    [Fact]
    public async Task What_another_process_commits_is_read()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var position = SqliteStore.Position(database.Path, "/");
        Assert.Equal(0, position.Latest ?? 0);

        using var seeds = new TestSeeds().Write("raid.txt", "Gunmen killed 12 villagers in Mali on Monday, the army said.");
        using (await ServiceProcess.ServeAsync(seeds.Folder, $"--Database:ConnectionString={database.Path}", $"--Seeds:Path={seeds.Folder}"))
        {
            Assert.Equal(await database.SqlAsync("SELECT max(position) FROM changes"), position.Latest);
        }

        Assert.NotEqual(0, position.Latest);
    }

    [Fact]
    public async Task What_is_let_go_of_can_be_had_alone_and_is_read_again_afterwards()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, 1);
        using var position = SqliteStore.Position(database.Path, "/");
        Assert.Equal([1, 1], [position.Latest, position.Latest]);

        foreach (var mode in (string[])["delete", "wal"])
        {
            await using (await FileHeldAlone.HoldAsync(database.Path, position, $"PRAGMA journal_mode = {mode}"))
            {
            }

            Assert.Equal(mode, await database.SqlAsync("PRAGMA journal_mode"));
            Assert.Equal([1, 1], [position.Latest, position.Latest]);
        }

        await AddAsync(database, 2);
        Assert.Equal([2, 2], [position.Latest, position.Latest]);
    }

    [Fact]
    public async Task Whoever_reads_while_it_is_let_go_of_reads_all_the_same()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, 1);
        using var position = SqliteStore.Position(database.Path, "/");
        var readers = Readers(() => Enumerable.Range(0, 20_000).All(_ => position.Latest == 1));
        while (!readers.TrueForAll(reader => reader.IsCompleted)) position.Dispose();

        Assert.All(await Task.WhenAll(readers), Assert.True);
    }

    /// <summary>On threads of their own: they read without a pause, and other tests need those of the pool.</summary>
    private static List<Task<T>> Readers<T>(Func<T> read) =>
        [.. Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];

    private static Task<long> AddAsync(TestDatabase database, int number) => database.Writes.WriteAsync("key:1", async (_, ledger, stop) =>
    {
        ledger.Add(new Source { Name = $"Source {number}", Kind = SourceKind.Organization });
        return await ledger.SaveAsync(stop);
    }, CancellationToken.None);
}
