namespace CasualtyApi.Store.Postgres;

/// <summary>
/// Rows on their way by COPY, beside whoever gathers the next. A connection does one thing at a time, so one is under way, whatever table it goes
/// into, and nothing else is asked until <see cref="Wait"/> has returned.
/// </summary>
internal sealed class CopyLine
{
    private Task underWay = Task.CompletedTask;

    /// <summary>Begins when the one before has arrived, and fails as that failed.</summary>
    public void Begin(Action copy)
    {
        Wait();
        underWay = Task.Run(copy);
    }

    public void Wait() => underWay.GetAwaiter().GetResult();
}
