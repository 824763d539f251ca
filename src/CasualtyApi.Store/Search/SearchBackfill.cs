using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Search;

/// <summary>
/// Indexes what an earlier version, or another program, wrote without indexing it. It goes along the changes, so many in a
/// transaction, and remembers how far it came: cut short, it goes on there.
/// </summary>
internal static class SearchBackfill
{
    private const int Stretch = 2_000;

    public static async Task RunAsync(CasualtyDbContext context, CancellationToken cancellationToken)
    {
        while (await IndexAsync(context, cancellationToken))
        {
        }
    }

    private static async Task<bool> IndexAsync(CasualtyDbContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var counter = context.Counters.Where(counter => counter.Name == Counter.Indexed);
        var indexed = await counter.Select(counter => counter.Value).SingleAsync(cancellationToken);
        var changes = await context.Changes.AsNoTracking().Where(change => change.Position > indexed).OrderBy(change => change.Position).Take(Stretch)
            .Select(change => new Change
            {
                Position = change.Position,
                At = change.At,
                Actor = change.Actor,
                Kind = change.Kind,
                Record = change.Record,
                RecordId = change.RecordId,
                Revision = change.Revision,
                Payload = Array.Empty<byte>(),
            }).ToListAsync(cancellationToken);
        if (changes.Count == 0) return false;

        await new SearchIndex(context).AddAsync(changes, cancellationToken);
        await counter.ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, changes[^1].Position), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
