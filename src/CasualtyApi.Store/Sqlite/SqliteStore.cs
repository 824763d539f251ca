using CasualtyApi.Store.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Sqlite;

/// <summary>How a context is set up on a database file.</summary>
public static class SqliteStore
{
    // Longer, and a caller waits half a minute for an error.
    private const int BusySeconds = 4;

    /// <param name="options">Of the context to set up.</param>
    /// <param name="connectionString">A connection string, or only the file's path.</param>
    /// <param name="folder">The folder a relative path is seen from.</param>
    public static void UseCasualtySqlite(this DbContextOptionsBuilder options, string connectionString, string folder) =>
        options.UseSqlite(ConnectionString(connectionString, folder), sqlite => sqlite.MigrationsAssembly(typeof(SqliteStore).Assembly))
            .AddInterceptors(CommandTiming.Instance);

    /// <summary>Reads the position of the same database.</summary>
    public static LedgerPosition Position(string connectionString, string folder) => new SqlitePosition(ConnectionString(connectionString, folder));

    /// <summary>Reads the rows of the same database's keys.</summary>
    public static KeyRows KeyRows(string connectionString, string folder) => new SqliteKeyRows(ConnectionString(connectionString, folder));

    /// <summary>Opens a database file that nobody else has open, for reading.</summary>
    public static CasualtyDbContext OpenCopy(string file) => Open(file, "Pooling=False;Mode=ReadOnly");

    /// <summary>Opens, or makes, a database file by itself.</summary>
    public static CasualtyDbContext Open(string file, string settings = "Pooling=False")
    {
        var options = new DbContextOptionsBuilder<SqliteCasualtyDbContext>();
        options.UseCasualtySqlite($"Data Source={Path.GetFullPath(file)};{settings}", Environment.CurrentDirectory);
        return new SqliteCasualtyDbContext(options.Options);
    }

    /// <summary>Puts everything committed into the one file, so that it can be read without the files beside it.</summary>
    internal static async Task CloseAsync(CasualtyDbContext context, CancellationToken cancellationToken) =>
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE", cancellationToken);

    private static string ConnectionString(string given, string folder)
    {
        var connection = given.Contains('=', StringComparison.Ordinal)
            ? new SqliteConnectionStringBuilder(given)
            : new SqliteConnectionStringBuilder { DataSource = given };
        connection.DataSource = Path.GetFullPath(connection.DataSource, folder);
        connection.ForeignKeys = true;
        connection.DefaultTimeout = BusySeconds;
        return connection.ConnectionString;
    }
}
