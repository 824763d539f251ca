using System.Diagnostics;
using System.Globalization;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>A drawn ledger in a file, made once and kept: the service's own migrations, then rows in one transaction, then the indexes.</summary>
internal static class LedgerFile
{
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "casualty-benchmarks");

    public static async Task<string> OfAsync(int claims, string folder)
    {
        Directory.CreateDirectory(folder);
        await using var probe = Open(Path.Combine(folder, "schema.db"));
        var migration = probe.Database.GetMigrations().Last().Split('_')[0];
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"ledger-{claims}-v{DrawnLedger.Version}-{migration}.db"));
        if (!File.Exists(path))
        {
            var watch = Stopwatch.StartNew();
            var unfinished = path + ".making";
            foreach (var left in new[] { unfinished, unfinished + "-wal", unfinished + "-shm", unfinished + ".lock" }) File.Delete(left);
            await MakeAsync(unfinished, claims);

            // As at a start on what another program wrote: the search index catches up.
            await using (var again = Open(unfinished)) await again.PrepareAsync(TimeProvider.System);
            File.Move(unfinished, path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"made {path}: {new FileInfo(path).Length / 1e6:0} MB in {watch.Elapsed.TotalSeconds:0} s"));
        }

        return path;
    }

    public static SqliteCasualtyDbContext Open(string path)
    {
        var options = new DbContextOptionsBuilder<SqliteCasualtyDbContext>();
        options.UseCasualtySqlite($"Data Source={path};Pooling=False", Path.GetDirectoryName(path)!);
        return new(options.Options);
    }

    private static async Task MakeAsync(string path, int claims)
    {
        await using var context = Open(path);
        await context.PrepareAsync(TimeProvider.System);
        await context.Database.OpenConnectionAsync();
        await ExecuteAsync(context, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-400000; PRAGMA temp_store=MEMORY");
        var indexes = await context.Database
            .SqlQueryRaw<Index>("SELECT name AS Name, sql AS Sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name").ToListAsync();
        foreach (var index in indexes) await ExecuteAsync(context, $"DROP INDEX \"{index.Name}\"");

        await ExecuteAsync(context, "BEGIN");
        using (var pen = new BulkPen(context)) await new DrawnLedger(pen, claims).WriteAsync();
        await ExecuteAsync(context, "COMMIT");
        foreach (var index in indexes) await ExecuteAsync(context, index.Sql);
        using (var log = new ChangeLog(TimeProvider.System)) await log.GrowTreeAsync(context);
        await ExecuteAsync(context, "PRAGMA journal_mode=WAL");
    }

    // Names and statements of the schema itself; nothing a caller gives.
    private static Task<int> ExecuteAsync(SqliteCasualtyDbContext context, string sql) => context.Database.ExecuteSqlRawAsync(sql);

    private sealed record Index(string Name, string Sql);
}
