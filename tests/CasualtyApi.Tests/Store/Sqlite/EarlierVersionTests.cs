using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Store.Sqlite;

public sealed class EarlierVersionTests
{
    [Fact]
    public async Task A_start_gives_a_file_of_a_version_without_a_tree_its_leaves()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var context = database.Open())
        {
            await using var ledger = await database.ChangeLog.BeginAsync(context, ChangeLog.Engine);
            for (var number = 0; number < 300; number++) ledger.Add(new Source { Name = $"Source {number}", Kind = SourceKind.Organization });
            await ledger.CommitAsync();
        }

        await using var fresh = database.Open();
        var root = await new LedgerTree(fresh).RootAsync(300, default);
        await database.SqlAsync("DROP TABLE ledger_nodes; DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%LedgerTree'");

        await database.PrepareAsync();

        Assert.Equal(root, await new LedgerTree(fresh).RootAsync(300, default));
    }
}
