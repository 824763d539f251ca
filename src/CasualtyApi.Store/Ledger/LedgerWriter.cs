using System.Threading.Channels;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// The way into the ledger for whoever serves requests. Changes stand in one line; those that wait while the disk is written to
/// share the next transaction, and so the next write to the disk. Each can be undone by itself: one that is refused,
/// cancelled or fails leaves nothing behind and fails no other. A change is answered when its transaction is on the disk.
/// </summary>
/// <param name="log">Lets in one writer at a time.</param>
/// <param name="open">Opens a context of the writer's own, on which all changes run.</param>
/// <param name="reserve">How many bytes of the disk stay free: below, nothing is written, so that whoever reads goes on.</param>
public sealed class LedgerWriter(ChangeLog log, Func<CasualtyDbContext> open, long reserve = 0) : IAsyncDisposable
{
    /// <summary>The most changes that share a transaction: their callers wait for the last of them.</summary>
    private const int LargestGroup = 64;

    private readonly Channel<QueuedChange> line = Channel.CreateUnbounded<QueuedChange>(new() { SingleReader = true });
    private readonly Lock starting = new();
    private CasualtyDbContext? context;
    private Task? running;

    /// <summary>Makes one change, and comes back when it lasts.</summary>
    /// <param name="actor">Who changes: <see cref="ChangeLog.Engine"/>, or "key:" and the id of an API key.</param>
    /// <param name="change">
    /// Reads and changes records in the context it is given, says so to the <see cref="LedgerTransaction"/>, and ends with
    /// <see cref="LedgerTransaction.SaveAsync"/>, after which it may read its own answer. Returning without that, it is a refusal:
    /// nothing is kept. It waits for nothing but the database, for others wait for it.
    /// </param>
    /// <param name="cancellationToken">Takes the change back until it is saved.</param>
    /// <param name="patience">How long it waits to be begun; absent, as long as <see cref="ChangeLog.Patience"/> says.</param>
    /// <returns>What the change returned.</returns>
    /// <exception cref="StoreFullException">Too little of the disk is free.</exception>
    /// <exception cref="StoreBusyException">It could not be begun in time.</exception>
    /// <example>
    /// <code>
    /// return await writes.WriteAsync(caller.Actor, async (db, ledger, stop) =&gt;
    /// {
    ///     if (await db.Sources.FindAsync([id], stop) is not { } source) return new NotFoundProblem("source", id);
    ///     ledger.Change(source, ChangeKind.Corrected, reason);
    ///     source.Role = role;
    ///     var position = await ledger.SaveAsync(stop);
    ///     return new Written(await AnswerAsync(db, id, stop), position);
    /// }, cancellationToken);
    /// </code>
    /// </example>
    public Task<T> WriteAsync<T>(
        string actor, Func<CasualtyDbContext, LedgerTransaction, CancellationToken, Task<T>> change, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        var queued = new QueuedChange<T>(actor, change, cancellationToken);
        ObjectDisposedException.ThrowIf(!line.Writer.TryWrite(queued), this);
        Start();
        return queued.WaitAsync(patience ?? log.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        line.Writer.TryComplete();
        if (running is not null) await running;
        if (context is not null) await context.DisposeAsync();
    }

    private void Start()
    {
        if (running is not null) return;
        lock (starting) running ??= Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        while (await line.Reader.WaitToReadAsync())
        {
            var begun = new List<QueuedChange>();
            try
            {
                await RunGroupAsync(begun);
            }
            catch (Exception fault)
            {
                // Whatever it was, each caller whose change was begun gets it; the line goes on with a fresh context. A store that is
                // only busy is waited for by whoever still has patience.
                begun.ForEach(change => change.Fail(fault));
                while (begun.Count == 0 && context?.TroubleIn(fault) != StoreTrouble.Busy && Next() is { } waiting) waiting.Fail(fault);
                if (context is not null) await context.DisposeAsync();
                context = null;
            }
        }
    }

    private async Task RunGroupAsync(List<QueuedChange> begun)
    {
        context ??= Open();
        if (context.FreeBytes is { } free && free < reserve) throw new StoreFullException(free);
        await using var group = await log.OpenAsync(context, CancellationToken.None);
        while (!group.IsOver && begun.Count < LargestGroup && Next() is { } change)
        {
            begun.Add(change);
            try
            {
                await group.RunAsync(change.Actor, ledger => change.RunAsync(context, ledger));
            }
            catch (Exception fault) when (!group.IsBroken && context.TroubleIn(fault) is null)
            {
                begun.Remove(change);
                change.Fail(fault);
            }
        }

        await group.CommitAsync(CancellationToken.None);
        begun.ForEach(change => change.Answer());
    }

    // Its connection is open only while a group runs: a file that nobody reads or writes can be had by another process alone.
    private CasualtyDbContext Open()
    {
        var opened = open();
        opened.Database.AutoSavepointsEnabled = false;
        return opened;
    }

    private QueuedChange? Next()
    {
        while (line.Reader.TryRead(out var change))
        {
            if (change.TryBegin()) return change;
        }

        return null;
    }
}
