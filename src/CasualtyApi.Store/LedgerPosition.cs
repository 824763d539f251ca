namespace CasualtyApi.Store;

/// <summary>The position of the last change, read past everything else: what tells a kept answer from a stale one.</summary>
public abstract class LedgerPosition : IDisposable
{
    /// <summary>Null where it cannot be read just now.</summary>
    public abstract ValueTask<long?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>What a meter shows, which waits for nothing: the position now, or the last that was read where a server keeps it.</summary>
    public abstract long? Latest { get; }

    public abstract void Dispose();
}
