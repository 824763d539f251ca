using CasualtyApi.Store;
using CasualtyApi.Store.Moving;
using CasualtyApi.Store.Postgres;
using Npgsql;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>A database of its own on a PostgreSQL server, for one measurement.</summary>
internal sealed class ServerDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private ServerDatabase(string server, string name) => (this.server, this.name) = (server, name);

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    /// <param name="server">How to connect to it, as a user who may create databases.</param>
    public static async Task<ServerDatabase> CreateAsync(string server)
    {
        var made = new ServerDatabase(server, $"benchmark_{Path.GetRandomFileName().Replace('.', '_')}");
        await made.RunAsync($"CREATE DATABASE {made.name} ENCODING 'UTF8' TEMPLATE template0");
        await using var context = made.Open();
        await context.PrepareAsync(TimeProvider.System);
        return made;
    }

    /// <summary>The same ledger as in a file, its words indexed.</summary>
    public static async Task<ServerDatabase> OfAsync(string file, string server)
    {
        var made = await CreateAsync(server);
        await using var from = LedgerFile.Open(file);
        await using var to = made.Open();
        await new RowCopy(from, to).RunAsync(withKeys: true, CancellationToken.None);
        await to.PrepareAsync(TimeProvider.System);
        return made;
    }

    public CasualtyDbContext Open() => PostgresStore.Open($"{ConnectionString};Pooling=false");

    public async ValueTask DisposeAsync() => await RunAsync($"DROP DATABASE {name} WITH (FORCE)");

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
