using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CasualtyApi.Store;
using CasualtyApi.Store.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CasualtyApi.Tests;

/// <summary>
/// The server that all tests of a run share: the one that CASUALTY_TEST_POSTGRES names, or a private one, started for the run and
/// stopped after it. What it forgets in a power cut is no matter here, so it does not wait for the disk.
/// </summary>
internal static class PostgresServer
{
    public const string Variable = "CASUALTY_TEST_POSTGRES";
    private const string Template = "casualty_template";
    private const string Package = "postgresql";
    private const string Fast = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 -c shared_buffers=64MB -c autovacuum=off";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Null where there is a server, or one can be had.</summary>
    public static string? WhyNone { get; } =
        Given is not null || Programs.CanInstall || (Binaries is not null && !Environment.IsPrivilegedProcess)
            ? null
            : $"Needs PostgreSQL 15 or later: apt-get install {Package}, or name a server: {Variable}='Host=…;Username=…;Password=…'";

    private static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    private static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    public static string NewName() => $"casualty_{Path.GetRandomFileName().Replace('.', '_')}";

    /// <summary>Makes a database.</summary>
    /// <param name="name">Of the new one.</param>
    /// <param name="isEmpty">It has no schema yet; else it has this version's, and no rows.</param>
    /// <returns>How to connect to it.</returns>
    public static async Task CreateAsync(string name, bool isEmpty)
    {
        await Started.Value;
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {(isEmpty ? "template0" : Template)}");
    }

    public static async Task DropAsync(string name)
    {
        var connectionString = await ConnectionStringAsync(name);
        await using (var context = PostgresStore.Open(connectionString)) NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());
        NpgsqlConnection.ClearPool(new(connectionString));
        await RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    public static async Task<string> ConnectionStringAsync(string database) =>
        new NpgsqlConnectionStringBuilder(await Started.Value) { Database = database, MaxPoolSize = 60 }.ConnectionString;

    /// <summary>The server is started when it is first asked for: by then a test that needs it was not skipped.</summary>
    public static string ConnectionString(string database) => Task.Run(() => ConnectionStringAsync(database)).GetAwaiter().GetResult();

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await Started.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(Given ?? await StartPrivateAsync()) { Timeout = 30 };
        server.Database ??= "postgres";

        // A database that anybody is connected to is no template.
        var once = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false };
        await using (var connection = new NpgsqlConnection(once.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {Template} WITH (FORCE)", connection);
            await command.ExecuteNonQueryAsync();
            command.CommandText = $"CREATE DATABASE {Template} TEMPLATE template0 ENCODING 'UTF8'";
            await command.ExecuteNonQueryAsync();
        }

        await using CasualtyDbContext context = PostgresStore.Open(new NpgsqlConnectionStringBuilder(once.ConnectionString) { Database = Template }.ConnectionString);
        await context.PrepareAsync(TimeProvider.System);
        return server.ConnectionString;
    }

    private static async Task<string> StartPrivateAsync()
    {
        if (Binaries is null) await InstallAsync();
        var folder = Directory.CreateTempSubdirectory("casualty-postgres-");
        var port = FreePort();
        if (Environment.IsPrivilegedProcess) await Programs.RunAsync("/", "chown", "postgres", folder.FullName);
        await RunAsServerAsync("initdb", "-D", $"{folder}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(folder);
        await RunAsServerAsync(
            "pg_ctl", "-D", $"{folder}/data", "-w", "-l", $"{folder}/log", "-o", $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} {Fast}", "start");
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    // Debian's package would start a server of its own.
    private static async Task InstallAsync()
    {
        const string Clusters = "/etc/postgresql-common/createcluster.conf";
        if (!File.Exists(Clusters))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Clusters)!);
            await File.WriteAllTextAsync(Clusters, "create_main_cluster = false\n");
        }

        await Programs.InstallAsync("initdb", Package);
    }

    private static void Stop(DirectoryInfo folder)
    {
        var (program, arguments) = AsServer("pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "stop");
        using var stopping = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        stopping.WaitForExit();
        folder.Delete(recursive: true);
    }

    private static async Task RunAsServerAsync(string tool, params string[] arguments)
    {
        var (program, all) = AsServer(tool, arguments);

        // What pg_ctl starts keeps its output open, so nobody waits for the end of that.
        using var process = Process.Start(new ProcessStartInfo(program, all))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{tool} exited with {process.ExitCode}.");
    }

    // The server refuses to run as root.
    private static (string Program, string[] Arguments) AsServer(string tool, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, tool);
        return Environment.IsPrivilegedProcess ? ("runuser", ["-u", "postgres", "--", path, .. arguments]) : (path, arguments);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
