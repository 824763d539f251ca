using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Store.Sqlite;

public sealed class ConnectionKeptTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_of_no_pool_lets_go_of_its_file_with_all_that_was_prepared_for_it(bool isClosedFirst)
    {
        await using var database = TestDatabase.Missing();
        await database.PrepareAsync("Pooling=False");
        await using (var context = database.Open("Pooling=False"))
        {
            await context.Database.OpenConnectionAsync();
            var ledger = await database.ChangeLog.BeginAsync(context, ChangeLog.Engine);
            ledger.Add(new Source { Name = "One", Kind = SourceKind.Organization });
            await ledger.CommitAsync();
            await ledger.DisposeAsync();
            Assert.True(context.MayBeBorne([Folding.Fold("One")]));
            Assert.Equal(1, context.Position());
            Assert.Single(context.FullText.Newest(RecordKind.Source, context.FullText.MatchWords(["one"])));
            if (isClosedFirst) await context.Database.CloseConnectionAsync();
        }

        Assert.Empty(OpenFiles(database.Path));
        Assert.Equal("delete", await database.SqlAsync("PRAGMA journal_mode=DELETE"));
    }

    /// <summary>Those of this process whose names begin with a path.</summary>
    private static IEnumerable<string> OpenFiles(string path) => !OperatingSystem.IsLinux() ? [] : Directory.GetFiles("/proc/self/fd")
        .Select(file => new FileInfo(file).LinkTarget).OfType<string>().Where(target => target.StartsWith(path, StringComparison.Ordinal));
}
