using CasualtyApi.Store.Ledger.Merkle;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// Gives changes that an earlier version wrote their leaves, before anything else is written. Each batch is a transaction, and the next
/// start goes on where one was cut short.
/// </summary>
internal static class LeafBackfill
{
    private const int Batch = 1000;

    public static async Task RunAsync(CasualtyDbContext context, CancellationToken cancellationToken)
    {
        while (await AddBatchAsync(context, cancellationToken) == Batch)
        {
        }
    }

    private static async Task<int> AddBatchAsync(CasualtyDbContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var size = await new LedgerTree(context).SizeAsync(cancellationToken);
        var payloads = await context.Changes.AsNoTracking()
            .Where(change => change.Position > size).OrderBy(change => change.Position).Take(Batch)
            .Select(change => new { change.Position, change.Payload }).ToListAsync(cancellationToken);
        foreach (var change in payloads)
        {
            context.Add(new Entities.LedgerNode { Level = 0, Ordinal = change.Position - 1, Hash = MerkleHash.Leaf(change.Payload) });
        }

        await context.SaveLedgeredAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return payloads.Count;
    }
}
