using CasualtyApi.Store.Ledger.Audit;
using CasualtyApi.Store.Sqlite;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Commands;

public sealed class BackupUnderLoadTests(Service service) : IClassFixture<Service>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("casualty-backup-");

    [Fact]
    public async Task A_backup_taken_while_others_write_is_restored_elsewhere_and_is_how_the_ledger_began()
    {
        var key = await service.KeyAsync(Role.Contributor);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(writer => WriteAsync(writer, key, stop.Token)).ToArray();
        await using var live = service.Open();
        var before = await service.PositionAsync();

        await RunAsync("backup", "copy.db", "--database", live.Whereabouts);
        await stop.CancelAsync();
        var written = (await Task.WhenAll(writers)).Sum();
        await RunAsync("restore", "copy.db", "--database", "elsewhere.db");
        await RunAsync("verify", "--database", "elsewhere.db");

        var after = await service.PositionAsync();
        await using var restored = Open(Path.Combine(folder.FullName, "elsewhere.db"));
        await foreach (var finding in new DatabaseAudit(restored).RunAsync()) Assert.Fail(finding.ToString());
        var entries = await restored.Changes.AsNoTracking().OrderBy(change => change.Position).Select(change => change.Payload).ToListAsync();
        var began = await live.Changes.AsNoTracking().OrderBy(change => change.Position).Take(entries.Count).Select(change => change.Payload).ToListAsync();
        Assert.InRange(entries.Count, before, after);
        Assert.Equal(began, entries);
        Assert.True(written > 0, "Nobody wrote meanwhile.");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static SqliteCasualtyDbContext Open(string file)
    {
        var options = new DbContextOptionsBuilder<SqliteCasualtyDbContext>();
        options.UseCasualtySqlite($"Data Source={file};Pooling=False", Path.GetDirectoryName(file)!);
        return new(options.Options);
    }

    private async Task<int> WriteAsync(int writer, string key, CancellationToken stop)
    {
        var written = 0;
        while (!stop.IsCancellationRequested)
        {
            using var answer = await service.WriteAsync(HttpMethod.Post, "/api/v1/sources", $$"""{"name":"Source {{writer}} {{written}}","kind":"organization"}""", key);
            Assert.Equal(201, (int)answer.StatusCode);
            written++;
        }

        return written;
    }

    private async Task RunAsync(params string[] arguments) =>
        await Programs.RunAsync(folder.FullName, "dotnet", [Path.Combine(AppContext.BaseDirectory, "CasualtyApi.dll"), .. arguments]);
}
