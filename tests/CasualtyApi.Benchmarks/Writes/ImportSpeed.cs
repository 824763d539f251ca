using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using CasualtyApi.Benchmarks.Ledgers;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Ledger.Replay;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Benchmarks.Writes;

/// <summary>
/// An exported ledger taken into an empty database, beside a bare limit: prepared statements of Microsoft.Data.Sqlite that write the same rows and
/// leaves into the same tables with the same indexes, in one transaction. Both are measured until the commit.
/// </summary>
internal static class ImportSpeed
{
    private const int Stretch = 20_000;

    public static async Task RunAsync(string database)
    {
        var folder = Directory.CreateTempSubdirectory("casualty-import-");
        try
        {
            var export = await ExportAsync(database, folder.FullName);
            Console.WriteLine(Invariant($"{export.Entries:N0} entries, {new FileInfo(export.Path).Length / 1e6:N0} MB of lines"));
            var (rows, bare) = await BareAsync(database, Path.Combine(folder.FullName, "bare.db"));
            Console.WriteLine(Invariant($"prepared statements: {rows:N0} rows in {bare.TotalSeconds:0.0} s"));
            var ours = await ImportAsync(export.Path, LedgerFile.Open(Path.Combine(folder.FullName, "imported.db")));
            Console.WriteLine(Invariant($"import, verified entry by entry, until the commit: {ours.TotalSeconds:0.0} s; ratio {bare / ours:0.00}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task<(string Path, long Entries)> ExportAsync(string database, string folder)
    {
        var path = Path.Combine(folder, "ledger.ndjson");
        await using var context = LedgerFile.Open(database);
        await using var moment = await context.BeginReadAsync(CancellationToken.None);
        var size = await new LedgerTree(context).SizeAsync(CancellationToken.None);
        await using var stream = File.Create(path);
        await new LedgerExport(context).WriteAsync(stream, size, CancellationToken.None);
        return (path, size);
    }

    /// <param name="export">Its path.</param>
    /// <param name="into">An empty database; it is let go of.</param>
    public static async Task<TimeSpan> ImportAsync(string export, CasualtyDbContext into)
    {
        await using var context = into;
        await context.PrepareAsync(TimeProvider.System);
        using var lines = new StreamReader(export);
        var (watch, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var verdict = await new LedgerImport(context).RunAsync(lines, null, CancellationToken.None);
        Console.WriteLine(Invariant($"in this process {(Environment.CpuUsage.TotalTime - used).TotalSeconds:0.0} s of the processors"));
        return verdict.Fault is null ? watch.Elapsed : throw new InvalidOperationException(verdict.Fault);
    }

    /// <summary>Only the writing is measured: rows are read a stretch at a time before.</summary>
    private static async Task<(long Rows, TimeSpan Elapsed)> BareAsync(string database, string path)
    {
        await using var context = LedgerFile.Open(path);
        await context.PrepareAsync(TimeProvider.System);
        await context.Database.OpenConnectionAsync();
        var target = (SqliteConnection)context.Database.GetDbConnection();
        await ExecuteAsync(target, "DELETE FROM counters");
        await using var source = new SqliteConnection($"Data Source={database};Pooling=False;Mode=ReadOnly");
        await source.OpenAsync();

        var watch = Stopwatch.StartNew();
        await using var transaction = await target.BeginTransactionAsync();
        await ExecuteAsync(target, "PRAGMA defer_foreign_keys = ON");
        watch.Stop();
        var rows = 0L;
        foreach (var table in Tables(context))
        {
            await using var select = source.CreateCommand();
            select.CommandText = $"SELECT * FROM \"{table}\"{(table == "ledger_nodes" ? " WHERE level = 0" : "")}";
            await using var reader = await select.ExecuteReaderAsync();
            await using var insert = Insert(target, (SqliteTransaction)transaction, table, reader);
            for (var read = Read(reader); read.Count > 0; read = Read(reader))
            {
                watch.Start();
                foreach (var row in read)
                {
                    for (var cell = 0; cell < row.Length; cell++) insert.Parameters[cell].Value = row[cell];
                    insert.ExecuteNonQuery();
                }

                watch.Stop();
                rows += read.Count;
            }
        }

        watch.Start();
        await transaction.CommitAsync();
        return (rows, watch.Elapsed);
    }

    /// <summary>What an import writes: every table of the model that has rows of the ledger.</summary>
    public static IEnumerable<string> Tables(CasualtyDbContext context) =>
        context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal)
            .Except(["api_keys", "idempotent_answers", "received_bytes"], StringComparer.Ordinal);

    private static SqliteCommand Insert(SqliteConnection connection, SqliteTransaction transaction, string table, DbDataReader columns)
    {
        var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        var names = Enumerable.Range(0, columns.FieldCount).Select(cell => $"\"{columns.GetName(cell)}\"");
        var places = Enumerable.Range(0, columns.FieldCount).Select(cell => insert.Parameters.AddWithValue($"@p{cell}", DBNull.Value).ParameterName);
        insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)})";
        return insert;
    }

    private static List<object[]> Read(DbDataReader reader)
    {
        var rows = new List<object[]>(Stretch);
        while (rows.Count < Stretch && reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public static string Invariant(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
