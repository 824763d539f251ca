using System.Collections.Concurrent;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// The way into the ledger for whoever serves requests. Changes stand in one line; those that wait while the disk is written to
/// share the next transaction, and so the next write to the disk. Each can be undone by itself: one that is refused,
/// cancelled or fails leaves nothing behind and fails no other. A change is answered when its transaction is on the disk.
/// </summary>
/// <remarks>Whoever brings a change while nobody writes runs it where he stands: handing it to another thread, and its answer back, would cost a third of it.</remarks>
/// <param name="log">Lets in one writer at a time.</param>
/// <param name="open">Opens a context of the writer's own, on which all changes run.</param>
/// <param name="reserve">How many bytes of the disk stay free: below, nothing is written, so that whoever reads goes on.</param>
public sealed class LedgerWriter(ChangeLog log, Func<CasualtyDbContext> open, long reserve = 0) : IAsyncDisposable
{
    /// <summary>The most changes that share a transaction: their callers wait for the last of them.</summary>
    private const int LargestGroup = 64;

    private readonly ConcurrentQueue<QueuedChange> line = new();

    /// <summary>Whose it is, runs what stands in the line.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);
    private CasualtyDbContext? context;
    private volatile bool isClosed;

    /// <summary>Makes one change, and comes back when it lasts.</summary>
    /// <param name="actor">Who changes: <see cref="ChangeLog.Engine"/>, or "key:" and the id of an API key.</param>
    /// <param name="change">
    /// Reads and changes records in the context it is given, says so to the <see cref="LedgerTransaction"/>, and ends with
    /// <see cref="LedgerTransaction.SaveAsync"/>, after which it may read its own answer. Returning without that, it is a refusal:
    /// nothing is kept. It waits for nothing but the database, for others wait for it.
    /// </param>
    /// <param name="cancellationToken">Takes the change back until it is saved.</param>
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
        string actor, Func<CasualtyDbContext, LedgerTransaction, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        var queued = Queue(actor, change, cancellationToken);
        _ = RunLineAsync();
        return queued.WaitAsync(log.Patience);
    }

    /// <summary>Makes one change of many that are brought together: it is run elsewhere, so that those brought meanwhile share its transaction.</summary>
    /// <param name="actor">As for <see cref="WriteAsync"/>, and so all that follows.</param>
    /// <param name="change">The change.</param>
    /// <param name="patience">How long it waits to be begun.</param>
    /// <param name="cancellationToken">Takes it back until it is saved.</param>
    public Task<T> WriteAmongManyAsync<T>(
        string actor, Func<CasualtyDbContext, LedgerTransaction, CancellationToken, Task<T>> change, TimeSpan patience, CancellationToken cancellationToken)
    {
        var queued = Queue(actor, change, cancellationToken);
        _ = Task.Run(RunLineAsync, CancellationToken.None);
        return queued.WaitAsync(patience);
    }

    /// <summary>Ends what stands in the line, and takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        isClosed = true;
        await turn.WaitAsync();
        while (!line.IsEmpty) await RunOnceAsync();
        if (context is not null) await context.DisposeAsync();
        turn.Dispose();
    }

    private QueuedChange<T> Queue<T>(string actor, Func<CasualtyDbContext, LedgerTransaction, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        var queued = new QueuedChange<T>(actor, change, cancellationToken);
        line.Enqueue(queued);
        return queued;
    }

    /// <summary>Runs what stands in the line, unless somebody does already. Whoever comes back from here has waited for one transaction at most.</summary>
    private async Task RunLineAsync()
    {
        while (!line.IsEmpty && !isClosed && turn.Wait(0))
        {
            try
            {
                await RunOnceAsync();
                while (!line.IsEmpty)
                {
                    // The rest is not for him to wait for who brought the first.
                    await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                    await RunOnceAsync();
                }
            }
            finally
            {
                turn.Release();
            }
        }
    }

    private async Task RunOnceAsync()
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
        while (line.TryDequeue(out var change))
        {
            if (change.TryBegin()) return change;
        }

        return null;
    }
}
