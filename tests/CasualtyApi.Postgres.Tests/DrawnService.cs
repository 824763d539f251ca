using CasualtyApi.Benchmarks.Ledgers;
using CasualtyApi.Store.Moving;
using CasualtyApi.Store.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Features.Claims;

/// <summary>The same drawn ledger as on SQLite, moved.</summary>
public sealed class DrawnService : Service
{
    public const int Claims = 3_000;

    private protected override async Task BeforeStartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("casualty-drawn-");
        await using (var drawn = (SqliteCasualtyDbContext)SqliteStore.Open(Path.Combine(folder.FullName, "casualty.db")))
        {
            await drawn.PrepareAsync(TimeProvider.System);
            await drawn.Database.OpenConnectionAsync();
            await drawn.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; BEGIN");
            using (var pen = new BulkPen(drawn)) await new DrawnLedger(pen, Claims).WriteAsync();
            await drawn.Database.ExecuteSqlRawAsync("COMMIT");
            await using var own = Open();
            await new RowCopy(drawn, own).RunAsync(withKeys: true, CancellationToken.None);
        }

        folder.Delete(recursive: true);
    }
}
