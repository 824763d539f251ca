using System.Text;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Audit;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Ledger.Notes;
using CasualtyApi.Store.Ledger.Replay;
using CasualtyApi.Store.Moving;
using CasualtyApi.Store.Sqlite;
using CasualtyApi.Tests.Store.Ledger;

namespace CasualtyApi.Tests;

/// <summary>A ledger that moves from a server into a file, and on to another server, stays what it was.</summary>
public sealed class MovingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("casualty-moving-");

    private string File => Path.Combine(folder.FullName, "casualty.db");

    [Fact]
    public async Task An_export_of_either_database_is_imported_into_the_other()
    {
        await using var original = await Chronicle.CreateAsync();
        await using var moved = await TestDatabase.CreateAsync();
        await using var server = original.Open();
        await using var file = SqliteStore.Open(File);
        await file.PrepareAsync(TimeProvider.System);
        await using var other = moved.Open();
        var (export, checkpoint) = (await ExportAsync(server), await CheckpointAsync(server));

        await ImportAsync(export, file, checkpoint);
        Assert.Equal(export, await ExportAsync(file));
        await ImportAsync(await ExportAsync(file), other, checkpoint);

        Assert.Equal(export, await ExportAsync(other));
        Assert.Equal(checkpoint.Root, (await CheckpointAsync(other)).Root);
        await AssertSameRowsAsync(original, moved, other);
    }

    [Fact]
    public async Task A_backup_of_a_server_is_a_file_and_becomes_another_servers_database()
    {
        await using var original = await Chronicle.CreateAsync();
        await using var moved = await TestDatabase.CreateAsync();
        await using var server = original.Open();
        await server.CopyAsync(File, withKeys: true);
        await using var backup = SqliteStore.OpenCopy(File);
        await AuditAsync(backup);
        await using var other = moved.Open();

        await new RowCopy(backup, other).RunAsync(withKeys: true, default);

        await other.PrepareAsync(TimeProvider.System);
        await AuditAsync(other);
        await AssertSameRowsAsync(original, moved, other);
    }

    [Fact]
    public async Task What_holds_something_is_moved_onto_by_nothing()
    {
        await using var original = await Chronicle.CreateAsync();
        await using var held = await Chronicle.CreateAsync();
        await using var server = original.Open();
        await using var other = held.Open();
        var before = await ExportAsync(other);

        await Assert.ThrowsAsync<StoreRefusedException>(() => new RowCopy(server, other).RunAsync(withKeys: true, default));

        Assert.Equal(before, await ExportAsync(other));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task ImportAsync(string export, CasualtyDbContext into, Checkpoint checkpoint)
    {
        Assert.Null((await new LedgerImport(into).RunAsync(new StringReader(export), checkpoint, default)).Fault);
        await into.PrepareAsync(TimeProvider.System);
        await AuditAsync(into);
    }

    private static async Task<string> ExportAsync(CasualtyDbContext context)
    {
        using var stream = new MemoryStream();
        await new LedgerExport(context).WriteAsync(stream, await new LedgerTree(context).SizeAsync(default), default);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<Checkpoint> CheckpointAsync(CasualtyDbContext context)
    {
        var tree = new LedgerTree(context);
        var size = await tree.SizeAsync(default);
        return new Checkpoint("test", size, await tree.RootAsync(size, default));
    }

    private static async Task AuditAsync(CasualtyDbContext context)
    {
        await foreach (var finding in new DatabaseAudit(context).RunAsync()) Assert.Fail(finding.ToString());
    }

    private static async Task AssertSameRowsAsync(TestDatabase one, TestDatabase other, CasualtyDbContext context)
    {
        foreach (var entity in context.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(FormKey)))
        {
            Assert.Equal(await one.RowsAsync(entity), await other.RowsAsync(entity));
        }
    }
}
