using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using CasualtyApi.Benchmarks.Reads;
using Microsoft.Data.Sqlite;

namespace CasualtyApi.Benchmarks.Writes;

/// <summary>
/// How many changes a second are acknowledged when they are on the disk, by one client that waits for each and by sixteen, beside a bare limit: one row a
/// commit, by a prepared statement of Microsoft.Data.Sqlite with the same durability on the same disk.
/// </summary>
internal static class DurableWrites
{
    private const string Key = "the-admin-key-of-a-measured-service";

    public static async Task RunAsync(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("casualty-writes-");
        try
        {
            await using var service = await RunningService.StartAsync(Path.Combine(folder.FullName, "casualty.db"), 5190, 64, Key);
            foreach (var clients in (int[])[1, 16])
            {
                var bare = new List<double>();
                var ours = new List<double>();
                for (var turn = 0; turn < 3; turn++)
                {
                    bare.Add(Bare(Path.Combine(folder.FullName, "bare.db"), seconds));
                    ours.Add(await ServiceAsync(service.Address, clients, seconds));
                }

                var (mine, limit) = (ours.Order().ElementAt(1), bare.Order().ElementAt(1));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clients,2} clients: {mine:0} changes/s; one row a commit {limit:0}/s; ratio {mine / limit:0.00}"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Bare(string path, int seconds)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, name TEXT NOT NULL)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO rows (name) VALUES (@name)";
        var name = command.Parameters.AddWithValue("@name", "");
        var (watch, written) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed.TotalSeconds < seconds; written++)
        {
            name.Value = string.Create(CultureInfo.InvariantCulture, $"Source {written}");
            command.ExecuteNonQuery();
        }

        return written / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> ServiceAsync(string address, int clients, int seconds)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", Key) } };
        var begun = Stopwatch.GetTimestamp();
        var watch = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            var count = 0;
            for (; watch.Elapsed.TotalSeconds < seconds; count++)
            {
                using var answer = await client.PostAsJsonAsync(address + "/api/v1/sources", new { name = $"Source {number}.{count} of {begun}", kind = "media" });
                answer.EnsureSuccessStatusCode();
            }

            return count;
        }));
        return written.Sum() / watch.Elapsed.TotalSeconds;
    }
}
