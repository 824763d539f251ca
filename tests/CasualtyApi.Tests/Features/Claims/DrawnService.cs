using CasualtyApi.Benchmarks.Ledgers;
using CasualtyApi.Store.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Features.Claims;

/// <summary>A service whose ledger is drawn: enough claims to have every shape there is.</summary>
public sealed class DrawnService : Service
{
    public const int Claims = 3_000;

    private protected override async Task BeforeStartAsync()
    {
        await using var context = (SqliteCasualtyDbContext)Open();
        await context.PrepareAsync(TimeProvider.System);
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; BEGIN");
        using (var pen = new BulkPen(context)) await new DrawnLedger(pen, Claims).WriteAsync();
        await context.Database.ExecuteSqlRawAsync("COMMIT");
    }
}
