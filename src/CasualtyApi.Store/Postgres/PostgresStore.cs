using System.Data.Common;
using CasualtyApi.Store.Keys;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>How a context is set up on a PostgreSQL database.</summary>
public static class PostgresStore
{
    // Npgsql itself waits 15 to 60 s for a server that has gone; with these a caller is told after 3 to 11. Of several hosts it remembers for
    // 10 s which is a standby, and so would find one that was promoted as late. What a connection asks again and again is parsed once, which
    // a pooler in between that shares connections by the transaction may not know: there it is set to 0.
    private static readonly (string Name, string Value)[] Defaults =
        [("Timeout", "3"), ("Command Timeout", "5"), ("Cancellation Timeout", "1000"), ("Host Recheck Seconds", "1"), ("Max Auto Prepare", "100")];

    /// <param name="options">Of the context to set up.</param>
    /// <param name="connectionString">A connection string of Npgsql.</param>
    /// <exception cref="StoreRefusedException">It is none.</exception>
    public static void UseCasualtyPostgres(this DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(
        ConnectionString(connectionString),
        npgsql => npgsql.MigrationsAssembly(typeof(PostgresStore).Assembly).SetPostgresVersion(PostgresVersion.Least, 0))
        .AddInterceptors(CommandTiming.Instance);

    /// <summary>Reads the position of the same database.</summary>
    public static LedgerPosition Position(string connectionString) => new PostgresPosition(ConnectionString(connectionString));

    /// <summary>Reads the rows of the same database's keys.</summary>
    public static KeyRows KeyRows(string connectionString) => new PostgresKeyRows(ConnectionString(connectionString));

    /// <summary>Opens a database by itself.</summary>
    public static CasualtyDbContext Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresCasualtyDbContext>();
        options.UseCasualtyPostgres(connectionString);
        return new PostgresCasualtyDbContext(options.Options);
    }

    // What the parser says of it names a word, and never a value: a password is not repeated.
    private static string ConnectionString(string given)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = given };
            var connection = new NpgsqlConnectionStringBuilder(given);
            foreach (var (name, value) in Defaults)
            {
                if (!IsGiven(words, name)) connection[name] = value;
            }

            return string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Database)
                ? throw new StoreRefusedException(Form)
                : connection.ConnectionString;
        }
        catch (Exception unread) when (unread is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            throw new StoreRefusedException(Form);
        }
    }

    private const string Form =
        "Database__ConnectionString must name a PostgreSQL database, such as 'Host=db.example;Database=casualty;Username=casualty;Password=…'.";

    private static bool IsGiven(DbConnectionStringBuilder words, string name) => words.Keys.Cast<string>()
        .Any(word => word.Replace(" ", "", StringComparison.Ordinal).Equals(name.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
}
