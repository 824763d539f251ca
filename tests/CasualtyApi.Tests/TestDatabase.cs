using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Time.Testing;

namespace CasualtyApi.Tests;

/// <summary>A real SQLite file in a folder of its own, migrated as the service migrates it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("casualty-store-");

    private TestDatabase()
    {
        ChangeLog = new ChangeLog(Clock, Patience);
        Writes = new LedgerWriter(ChangeLog, () => Open());
    }

    /// <summary>More than a loaded machine needs: no test asserts a time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public ChangeLog ChangeLog { get; }

    public LedgerWriter Writes { get; }

    public string Path => System.IO.Path.Combine(folder.FullName, "casualty.db");

    public IEnumerable<(string Name, string Value)> Settings => [("Database:ConnectionString", Path)];

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await database.PrepareAsync();
        return database;
    }

    /// <summary>A folder without a database in it.</summary>
    public static TestDatabase Missing() => new();

    public SqliteCasualtyDbContext Open(string settings = "")
    {
        var options = new DbContextOptionsBuilder<SqliteCasualtyDbContext>();
        options.UseCasualtySqlite($"Data Source={Path};{settings}", folder.FullName);
        return new SqliteCasualtyDbContext(options.Options);
    }

    public async Task PrepareAsync(string settings = "")
    {
        await using var context = Open(settings);
        await context.PrepareAsync(TimeProvider.System);
    }

    /// <summary>Runs one statement past the store, as a person with a database tool would.</summary>
    public async Task<object?> SqlAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Puts everything committed into the one file and lets go of it.</summary>
    public async Task CloseAsync()
    {
        SqliteConnection.ClearAllPools();
        await SqlAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>All cells of a table, the way SQL writes them.</summary>
    public Task<object?> RowsAsync(IEntityType entity)
    {
        var cells = string.Join(", ", entity.GetProperties().Select(property => $"quote({property.GetColumnName()})"));
        var order = string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()));
        return SqlAsync($"SELECT group_concat(concat_ws('|', {cells}), char(10)) FROM (SELECT * FROM {entity.GetTableName()} ORDER BY {order})");
    }

    public async ValueTask DisposeAsync()
    {
        await Writes.DisposeAsync();
        ChangeLog.Dispose();
        using (var connection = new SqliteConnection(Open().Database.GetConnectionString())) SqliteConnection.ClearPool(connection);
        folder.Delete(recursive: true);
    }
}
