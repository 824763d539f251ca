using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore.Storage;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// One database transaction that holds one change or several, each but the first under a savepoint of its own. Disposed without a
/// commit, it leaves nothing behind.
/// </summary>
internal sealed class WriteGroup(ChangeLog log, CasualtyDbContext context) : IAsyncDisposable
{
    private const string Savepoint = "change";

    private readonly Dictionary<string, long> drawn = [];
    private Dictionary<string, long> counters = [];
    private IDbContextTransaction? transaction;
    private LedgerEnd end;
    private bool hasChanges;

    /// <summary>A change could not be undone by itself: then none of the group may be kept.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Its first change was undone, and the transaction with it: whoever comes next begins another group.</summary>
    public bool IsOver { get; private set; }

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        counters = await context.LetInOneWriterAsync(cancellationToken);
        end = await log.EndAsync(context, counters[Counter.Position], cancellationToken);
    }

    /// <summary>Begins a change that goes on where the changes so far came to.</summary>
    /// <param name="actor">Who changes.</param>
    /// <param name="isAlone">Whether it commits by itself.</param>
    public LedgerTransaction Begin(string actor, bool isAlone = false) => new(log, context, actor, new(counters), end, isAlone ? this : null);

    /// <summary>Runs one change. What it did is kept if it saved, and undone if it did not or failed.</summary>
    public async Task RunAsync(string actor, Func<LedgerTransaction, Task> change)
    {
        var isFirst = !hasChanges;
        if (!isFirst) await transaction!.CreateSavepointAsync(Savepoint);
        var ledger = Begin(actor);
        try
        {
            await change(ledger);
        }
        catch (Exception fault)
        {
            await UndoAfterAsync(fault);
            throw;
        }

        if (!ledger.IsSaved)
        {
            await UndoAsync();
            return;
        }

        if (!isFirst) await transaction!.ReleaseSavepointAsync(Savepoint);
        context.ChangeTracker.Clear();
        Keep(ledger);
    }

    /// <summary>Goes on where a change came to that is kept.</summary>
    public void Keep(LedgerTransaction ledger)
    {
        foreach (var (name, value) in ledger.Counters.Where(counter => counters[counter.Key] != counter.Value)) counters[name] = drawn[name] = value;
        end = ledger.End;
        hasChanges = true;
    }

    /// <summary>Commits what was kept; where nothing was, the disk is not written to.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (IsOver) return;
        if (!hasChanges) return;
        if (drawn.Count > 0) await context.CountAsync(drawn, cancellationToken);
        await transaction!.CommitAsync(cancellationToken);
        log.Ended(end);
    }

    /// <summary>Commits rows that are no change.</summary>
    public Task CommitRowsAsync(CancellationToken cancellationToken) => transaction!.CommitAsync(cancellationToken);

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

    // A connection that broke cannot be undone on: what broke it is told, not that.
    private async Task UndoAfterAsync(Exception fault)
    {
        try
        {
            await UndoAsync();
        }
        catch (Exception) when (context.TroubleIn(fault) is not null)
        {
        }
    }

    private async Task UndoAsync()
    {
        IsBroken = true;
        if (hasChanges)
        {
            await transaction!.RollbackToSavepointAsync(Savepoint);
        }
        else
        {
            await transaction!.RollbackAsync();
            IsOver = true;
        }

        context.ChangeTracker.Clear();
        IsBroken = false;
    }
}
