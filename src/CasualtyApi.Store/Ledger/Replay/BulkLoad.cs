namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>
/// One transaction that fills an empty database with very many rows. What is kept row by row elsewhere, the indexes and the rule that
/// rows name only rows that are there, is made and checked once at its end. Disposed before that, it leaves nothing behind.
/// </summary>
internal abstract class BulkLoad : IAsyncDisposable
{
    /// <summary>Makes the indexes; lookups find by them from here on.</summary>
    /// <exception cref="StoreRefusedException">A row names one that is not there.</exception>
    public abstract Task IndexAsync(CancellationToken cancellationToken);

    public abstract Task CommitAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
