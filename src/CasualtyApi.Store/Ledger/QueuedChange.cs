using System.Diagnostics;

namespace CasualtyApi.Store.Ledger;

/// <summary>One change in the line, and whoever waits for it. It is begun once or given up, never both.</summary>
internal abstract class QueuedChange(string actor)
{
    private int state;

    public string Actor => actor;

    /// <summary>From here on nobody gives it up.</summary>
    /// <returns>False where it is given up already.</returns>
    public bool TryBegin() => Interlocked.CompareExchange(ref state, 1, 0) == 0;

    public abstract Task RunAsync(CasualtyDbContext context, LedgerTransaction ledger);

    /// <summary>Tells the caller that it lasts.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception fault);

    protected bool TryGiveUp() => Interlocked.CompareExchange(ref state, 2, 0) == 0;
}

/// <summary>One change in the line, with what it answers.</summary>
internal sealed class QueuedChange<T>(
    string actor, Func<CasualtyDbContext, LedgerTransaction, CancellationToken, Task<T>> change, CancellationToken cancellationToken) : QueuedChange(actor)
{
    // Whoever waits goes on elsewhere: the line does not stop for what is done with an answer.
    private readonly TaskCompletionSource<T> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long brought = Stopwatch.GetTimestamp();
    private T? answer;

    public override async Task RunAsync(CasualtyDbContext context, LedgerTransaction ledger)
    {
        cancellationToken.ThrowIfCancellationRequested();
        answer = await change(context, ledger, cancellationToken);
    }

    public override void Answer() => answered.TrySetResult(answer!);

    public override void Fail(Exception fault) => answered.TrySetException(fault);

    /// <summary>Waits for the answer: patiently for the beginning, and after that to the end. Patience begins when the change was brought.</summary>
    /// <exception cref="StoreBusyException">It was not begun in time.</exception>
    public async Task<T> WaitAsync(TimeSpan patience)
    {
        try
        {
            var rest = patience - Stopwatch.GetElapsedTime(brought);
            return await answered.Task.WaitAsync(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancellationToken);
        }
        catch (TimeoutException) when (TryGiveUp())
        {
            throw new StoreBusyException(patience);
        }
        catch (OperationCanceledException) when (!answered.Task.IsCompleted && TryGiveUp())
        {
            throw;
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException && !answered.Task.IsFaulted)
        {
            return await answered.Task;
        }
    }
}
