using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Moving;

/// <summary>Copies every row of one database into another, empty one of the same version: a table at a time, in one transaction.</summary>
/// <param name="from">Reads one moment.</param>
/// <param name="to">Holds nothing but its counters.</param>
public sealed class RowCopy(CasualtyDbContext from, CasualtyDbContext to)
{
    private static readonly Type[] OnlyInBackups = [typeof(ApiKey), typeof(IdempotentAnswer), typeof(ReceivedBytes)];

    /// <param name="withKeys">Whether what is in backups alone goes with it: the keys of the API, kept answers, and what texts were taken from.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    /// <exception cref="StoreRefusedException">The other is not empty.</exception>
    public async Task RunAsync(bool withKeys, CancellationToken cancellationToken)
    {
        if (await to.Changes.AnyAsync(cancellationToken)) throw new StoreRefusedException($"The database {to.Whereabouts} is not empty.");
        await using var load = await to.BeginBulkLoadAsync(cancellationToken);
        await to.Counters.ExecuteDeleteAsync(cancellationToken);
        foreach (var entity in from.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(FormKey) && (withKeys || !OnlyInBackups.Contains(entity.ClrType))))
        {
            await (Task)typeof(RowCopy).GetMethod(nameof(CopyAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(entity.ClrType).Invoke(this, [cancellationToken])!;
        }

        // The index is the database's own, and is made anew.
        await to.Counters.Where(counter => counter.Name == Counter.Indexed)
            .ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Value, 0L), cancellationToken);
        await load.IndexAsync(cancellationToken);
        await load.CommitAsync(cancellationToken);
    }

    private async Task CopyAsync<TRow>(CancellationToken cancellationToken)
        where TRow : class
    {
        using var insert = to.OpenInsert(to.Model.FindEntityType(typeof(TRow))!);
        await foreach (var row in from.Set<TRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken)) insert.Write(row);
        insert.Flush();
    }
}
