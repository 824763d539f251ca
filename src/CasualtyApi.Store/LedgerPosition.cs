namespace CasualtyApi.Store;

/// <summary>The position of the last change, read past everything else: what tells a kept answer from a stale one.</summary>
public abstract class LedgerPosition : IDisposable
{
    /// <summary>Null where it cannot be read just now.</summary>
    public abstract long? Read();

    public abstract void Dispose();
}
