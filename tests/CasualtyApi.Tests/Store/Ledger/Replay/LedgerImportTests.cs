using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Audit;
using CasualtyApi.Store.Ledger.Notes;
using CasualtyApi.Store.Ledger.Replay;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Store.Ledger.Replay;

public sealed class LedgerImportTests
{
    [Fact]
    public async Task An_import_makes_the_same_database_row_by_row()
    {
        await using var original = await Chronicle.CreateAsync();
        await AssertImportedAsync(original);
    }

    [Fact]
    public async Task Records_that_were_corrected_more_often_than_an_import_reads_together_keep_every_earlier_state()
    {
        await using var original = await Chronicle.CreateAsync();
        for (var time = 0; time < 600; time++)
        {
            await Chronicle.CorrectAsync(original, context => context.Claims.Include(claim => claim.Claimants), claim =>
            {
                claim.High = time;
                if (time % 100 == 0) (claim.Start, claim.Text) = (claim.Start + 1, claim.Text[1..]);
            });
            await Chronicle.CorrectAsync(original, context => context.Sources.Include(source => source.Aliases), source => source.Role = $"Editor {time}");
        }

        await AssertImportedAsync(original);
    }

    [Theory]
    [InlineData("Ana Núñez", "Ana Muñez", "has another payload")]
    [InlineData("\"text\":\"at least 40", "\"text\":\"at least 50", "has other words 'text'")]
    [InlineData("\"format\":\"casualty-ledger/1\"", "\"format\":\"casualty-ledger/9\"", "first line")]
    public async Task What_was_tampered_with_leaves_nothing_behind(string words, string others, string fault)
    {
        await using var original = await Chronicle.CreateAsync();
        await using var made = await TestDatabase.CreateAsync();
        var export = await Chronicle.ExportAsync(original);
        var tampered = export.Replace(words, others, StringComparison.Ordinal);
        Assert.NotEqual(export, tampered);

        Assert.Contains(fault, await ImportAsync(made, tampered, null), StringComparison.Ordinal);

        await using var context = made.Open();
        Assert.False(await context.Changes.AnyAsync() || await context.Sources.AnyAsync() || await context.LedgerNodes.AnyAsync());
    }

    [Fact]
    public async Task A_database_that_holds_something_is_left_alone()
    {
        await using var original = await Chronicle.CreateAsync();
        var export = await Chronicle.ExportAsync(original);
        await Assert.ThrowsAsync<StoreRefusedException>(() => ImportAsync(original, export, null));
        Assert.Equal(export, await Chronicle.ExportAsync(original));
    }

    /// <summary>The imported database is the original's twin: row by row, and by its root.</summary>
    private static async Task AssertImportedAsync(TestDatabase original)
    {
        await using var made = await TestDatabase.CreateAsync();
        var export = await Chronicle.ExportAsync(original);
        var checkpoint = await CheckpointAsync(original);
        Assert.Null(await ImportAsync(made, export, checkpoint));

        await using var context = made.Open();
        await foreach (var finding in new DatabaseAudit(context).RunAsync()) Assert.Fail(finding.ToString());
        Assert.Equal(checkpoint.Root, (await CheckpointAsync(made)).Root);
        Assert.Equal(export, await Chronicle.ExportAsync(made));
        foreach (var entity in context.Model.GetEntityTypes()) Assert.Equal(await original.RowsAsync(entity), await made.RowsAsync(entity));
    }

    private static async Task<string?> ImportAsync(TestDatabase database, string export, Checkpoint? checkpoint)
    {
        await using var context = database.Open();
        var fault = (await new LedgerImport(context).RunAsync(new StringReader(export), checkpoint, default)).Fault;
        if (fault is null) await context.PrepareAsync(TimeProvider.System);
        return fault;
    }

    private static async Task<Checkpoint> CheckpointAsync(TestDatabase database)
    {
        await using var context = database.Open();
        var tree = new LedgerTree(context);
        var size = await tree.SizeAsync(default);
        return new Checkpoint("test", size, await tree.RootAsync(size, default));
    }
}
