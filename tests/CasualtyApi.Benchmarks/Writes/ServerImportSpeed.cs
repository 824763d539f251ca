using System.Diagnostics;
using CasualtyApi.Benchmarks.Ledgers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CasualtyApi.Benchmarks.Writes;

/// <summary>
/// An exported ledger taken into an empty PostgreSQL database, beside a bare limit: the bytes of the same rows and leaves sent by COPY into tables whose
/// indexes and foreign keys are made at the end, in one transaction. Both are measured until the commit.
/// </summary>
internal static class ServerImportSpeed
{
    public static async Task RunAsync(string file, string server)
    {
        var folder = Directory.CreateTempSubdirectory("casualty-import-");
        try
        {
            var export = await ImportSpeed.ExportAsync(file, folder.FullName);
            Console.WriteLine(ImportSpeed.Invariant($"{export.Entries:N0} entries, {new FileInfo(export.Path).Length / 1e6:N0} MB of lines"));
            await using var imported = await ServerDatabase.CreateAsync(server);
            await using var copied = await ServerDatabase.CreateAsync(server);
            var ours = await ImportSpeed.ImportAsync(export.Path, imported.Open());
            var (rows, bare) = await CopyAsync(imported, copied, folder.FullName);
            Console.WriteLine(ImportSpeed.Invariant($"raw COPY: {rows:N0} rows in {bare.TotalSeconds:0.0} s"));
            Console.WriteLine(ImportSpeed.Invariant($"import, verified entry by entry, until the commit: {ours.TotalSeconds:0.0} s; ratio {bare / ours:0.00}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Only the writing is measured: what is sent lies in a file before.</summary>
    private static async Task<(long Rows, TimeSpan Elapsed)> CopyAsync(ServerDatabase from, ServerDatabase to, string folder)
    {
        await using var source = new NpgsqlConnection(from.ConnectionString);
        await source.OpenAsync();
        await using var context = to.Open();
        await context.Database.OpenConnectionAsync();
        await context.Counters.ExecuteDeleteAsync();
        var watch = Stopwatch.StartNew();
        await using var load = await context.BeginBulkLoadAsync(CancellationToken.None);
        watch.Stop();
        var target = (NpgsqlConnection)context.Database.GetDbConnection();
        foreach (var table in ImportSpeed.Tables(context))
        {
            var path = Path.Combine(folder, table);
            await using (var given = await source.BeginRawBinaryCopyAsync(
                $"COPY (SELECT * FROM {table}{(table == "ledger_nodes" ? " WHERE level = 0" : "")}) TO STDOUT (FORMAT BINARY)"))
            await using (var written = File.Create(path)) await given.CopyToAsync(written);

            await using var read = File.OpenRead(path);
            watch.Start();
            await using (var taken = await target.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)")) await read.CopyToAsync(taken, 1 << 20);
            watch.Stop();
        }

        watch.Start();
        await load.IndexAsync(CancellationToken.None);
        await load.CommitAsync(CancellationToken.None);
        watch.Stop();
        return (await CountAsync(target, ImportSpeed.Tables(context)), watch.Elapsed);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, IEnumerable<string> tables)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT {string.Join(" + ", tables.Select(table => $"(SELECT count(*) FROM {table})"))}";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
