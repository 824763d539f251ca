using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using CasualtyApi.Benchmarks.Ledgers;
using CasualtyApi.Benchmarks.Reads;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CasualtyApi.Benchmarks.Writes;

/// <summary>
/// How many changes a second are acknowledged when they are on the disk, by one client that waits for each and by sixteen, beside a bare limit: one row a
/// commit, by a prepared statement with the same durability on the same disk. On a server, by sixteen clients of two processes as well. The clients are wrk's,
/// which take little of the processors; a first window, in which the service is compiled for good, is not counted.
/// </summary>
internal static class DurableWrites
{
    private const string Key = "the-admin-key-of-a-measured-service";

    /// <param name="seconds">How long each is measured.</param>
    /// <param name="server">How to connect to a PostgreSQL server; null for a file.</param>
    public static async Task RunAsync(int seconds, string? server)
    {
        var folder = Directory.CreateTempSubdirectory("casualty-writes-");
        try
        {
            if (server is null)
            {
                await using var limit = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "bare.db")};Pooling=False");
                await MeasureAsync(limit, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " + Table("INTEGER"), Path.Combine(folder.FullName, "casualty.db"), 1, seconds);
                return;
            }

            await using var database = await ServerDatabase.CreateAsync(server);
            await using var bare = await ServerDatabase.CreateAsync(server);
            await using var connection = new NpgsqlConnection(bare.ConnectionString);
            await MeasureAsync(connection, Table("BIGSERIAL"), database.ConnectionString, 2, seconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Table(string id) => $"CREATE TABLE rows (id {id} PRIMARY KEY, name TEXT NOT NULL)";

    private static async Task MeasureAsync(DbConnection limit, string table, string database, int processes, int seconds)
    {
        await limit.OpenAsync();
        await using var command = limit.CreateCommand();
        command.CommandText = table;
        await command.ExecuteNonQueryAsync();
        var services = new List<RunningService>();
        try
        {
            for (var started = 0; started < processes; started++) services.Add(await RunningService.StartAsync(database, 5190 + started, 64, Key));
            await ServiceAsync([.. services.Select(service => service.Address)], 16, seconds * 3);
            foreach (var (clients, used) in new[] { (1, 1), (16, 1), (16, processes) }.Distinct())
            {
                var bare = new List<double>();
                var ours = new List<double>();
                for (var turn = 0; turn < 3; turn++)
                {
                    bare.Add(Bare(command, seconds));
                    ours.Add(await ServiceAsync([.. services.Take(used).Select(service => service.Address)], clients, seconds));
                }

                var (mine, most) = (ours.Order().ElementAt(1), bare.Order().ElementAt(1));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clients,2} clients of {used}: {mine:0} changes/s; one row a commit {most:0}/s; ratio {mine / most:0.00}"));
            }
        }
        finally
        {
            foreach (var service in services) await service.DisposeAsync();
        }
    }

    private static double Bare(DbCommand command, int seconds)
    {
        command.CommandText = "INSERT INTO rows (name) VALUES (@name)";
        command.Parameters.Clear();
        var name = command.CreateParameter();
        (name.ParameterName, name.Value) = ("@name", "");
        command.Parameters.Add(name);
        command.Prepare();
        var (watch, written) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed.TotalSeconds < seconds; written++)
        {
            name.Value = string.Create(CultureInfo.InvariantCulture, $"Source {written}");
            command.ExecuteNonQuery();
        }

        return written / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> ServiceAsync(IReadOnlyList<string> addresses, int clients, int seconds)
    {
        var begun = Stopwatch.GetTimestamp();
        var written = await Task.WhenAll(addresses.Select((address, process) => Wrk.PostAsync(
            address + "/api/v1/sources", $$"""{"name":"Source {0} of {{process}}.{{begun}}","kind":"media"}""", clients / addresses.Count, seconds, "Authorization: Bearer " + Key)));
        return written.Any(load => load.Errors > 0) ? throw new InvalidOperationException("A change was refused.") : written.Sum(load => load.Requests);
    }
}
