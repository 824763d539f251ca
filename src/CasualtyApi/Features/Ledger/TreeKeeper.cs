using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;

namespace CasualtyApi.Features.Ledger;

/// <summary>Writes the upper levels of the ledger's tree within a second of the changes that complete them.</summary>
internal sealed partial class TreeKeeper(
    IServiceScopeFactory scopes, ChangeLog changeLog, TimeProvider clock, ILogger<TreeKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await GrowAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Whatever it was is no end: readers do without, and the next turn catches up.
    private async Task GrowAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CasualtyDbContext>();
        try
        {
            await changeLog.GrowTreeAsync(db, cancellationToken);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            LogTrouble(logger, trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger's tree grows later: {Trouble}")]
    private static partial void LogTrouble(ILogger logger, string trouble);
}
