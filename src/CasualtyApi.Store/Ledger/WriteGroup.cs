using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// One database transaction that holds one change or several, each under a savepoint of its own. Disposed without a commit, it
/// leaves nothing behind.
/// </summary>
internal sealed class WriteGroup(ChangeLog log, CasualtyDbContext context) : IAsyncDisposable
{
    private const string Savepoint = "change";

    private Dictionary<string, long> counters = [];
    private IDbContextTransaction? transaction;
    private bool hasChanges;

    /// <summary>A change could not be undone by itself: then none of the group may be kept.</summary>
    public bool IsBroken { get; private set; }

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // Where the database itself does not let in one writer at a time, the row of the positions does.
        await context.Counters.Where(counter => counter.Name == Counter.Position)
            .ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Value, counter => counter.Value), cancellationToken);
        counters = await context.Counters.AsNoTracking().ToDictionaryAsync(counter => counter.Name, counter => counter.Value, cancellationToken);
    }

    /// <summary>The counters as the changes so far left them, tracked by the context.</summary>
    public Dictionary<string, Counter> Draw()
    {
        var drawn = counters.ToDictionary(counter => counter.Key, counter => new Counter { Name = counter.Key, Value = counter.Value }, StringComparer.Ordinal);
        context.AttachRange(drawn.Values);
        return drawn;
    }

    /// <summary>Runs one change. What it did is kept if it saved, and undone if it did not or failed.</summary>
    public async Task RunAsync(string actor, Func<LedgerTransaction, Task> change)
    {
        await transaction!.CreateSavepointAsync(Savepoint);
        var ledger = new LedgerTransaction(log, context, actor, Draw());
        try
        {
            await change(ledger);
        }
        catch
        {
            await UndoAsync();
            throw;
        }

        if (!ledger.IsSaved)
        {
            await UndoAsync();
            return;
        }

        await transaction.ReleaseSavepointAsync(Savepoint);
        context.ChangeTracker.Clear();
        foreach (var (name, counter) in ledger.Counters) counters[name] = counter.Value;
        hasChanges = true;
    }

    /// <summary>Commits what was kept; where nothing was, the disk is not written to.</summary>
    public Task CommitAsync(CancellationToken cancellationToken) =>
        hasChanges ? transaction!.CommitAsync(cancellationToken) : transaction!.RollbackAsync(cancellationToken);

    /// <summary>Commits a transaction whose one change did not <see cref="RunAsync"/>.</summary>
    public Task CommitAloneAsync(CancellationToken cancellationToken) => transaction!.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
        finally
        {
            log.Release();
        }
    }

    private async Task UndoAsync()
    {
        IsBroken = true;
        await transaction!.RollbackToSavepointAsync(Savepoint);
        context.ChangeTracker.Clear();
        IsBroken = false;
    }
}
