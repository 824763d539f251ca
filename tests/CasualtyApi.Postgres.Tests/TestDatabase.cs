using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CasualtyApi.Tests;

/// <summary>A real PostgreSQL database, migrated as the service migrates it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>More than a loaded machine needs: no test asserts a time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string name = PostgresServer.NewName();

    private TestDatabase()
    {
        ChangeLog = new ChangeLog(Clock, Patience);
        Writes = new LedgerWriter(ChangeLog, () => Open());
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public ChangeLog ChangeLog { get; }

    public LedgerWriter Writes { get; }

    public IEnumerable<(string Name, string Value)> Settings => [("Database:Provider", "postgres"), ("Database:ConnectionString", ConnectionString)];

    public string ConnectionString => PostgresServer.ConnectionString(name);

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await PostgresServer.CreateAsync(database.name, isEmpty: false);
        return database;
    }

    /// <summary>A database without a schema in it.</summary>
    public static TestDatabase Missing()
    {
        var database = new TestDatabase();
        Task.Run(() => PostgresServer.CreateAsync(database.name, isEmpty: true)).GetAwaiter().GetResult();
        return database;
    }

    public CasualtyDbContext Open(string settings = "") => PostgresStore.Open($"{ConnectionString};{settings}");

    public async Task PrepareAsync()
    {
        await using var context = Open();
        await context.PrepareAsync(TimeProvider.System);
    }

    /// <summary>Runs one statement past the store, as a person with a database tool would.</summary>
    public async Task<object?> SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>All cells of a table, the way SQL writes them.</summary>
    public Task<object?> RowsAsync(IEntityType entity)
    {
        var order = string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()));
        return SqlAsync($"SELECT coalesce(string_agg(one::text, chr(10) ORDER BY {order}), '') FROM {entity.GetTableName()} AS one");
    }

    public async ValueTask DisposeAsync()
    {
        await Writes.DisposeAsync();
        ChangeLog.Dispose();
        await PostgresServer.DropAsync(name);
    }
}
