using CasualtyApi.Store;

namespace CasualtyApi.Queries.Held;

/// <summary>Reads the claims into memory once the service has started, so that nobody has to wait for it.</summary>
internal sealed class HeldReading(IServiceScopeFactory scopes, HeldLedger held) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CasualtyDbContext>();
        try
        {
            await using var moment = await db.BeginReadAsync(stoppingToken);
            await held.AtAsync(db, db.Position(), stoppingToken);
        }
        catch (Exception trouble) when (db.TroubleIn(trouble) is not null)
        {
            // The first request that needs them reads them, and is told what is the matter.
        }
    }
}
