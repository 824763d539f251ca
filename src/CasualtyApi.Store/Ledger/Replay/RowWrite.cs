namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>Inserts rows into one table, as the model has it: as fast as raw commands do, without naming a column twice.</summary>
internal abstract class RowWrite : IDisposable
{
    public abstract void Write(object row);

    /// <summary>What was written is there for whoever reads from here on. Until then it may wait for more.</summary>
    public virtual void Flush()
    {
    }

    public abstract void Dispose();
}
