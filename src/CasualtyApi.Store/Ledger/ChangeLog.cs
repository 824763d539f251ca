using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger.Merkle;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using CasualtyApi.Store.Wording;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// The one class that writes changes. Each draws its position, gap-free, from a counter row in the transaction of the
/// change itself, so that whoever reads <c>changes</c> after a position never misses one that commits late.
/// </summary>
/// <remarks>One for the whole process: its gate lets one writer at a time to the database, without blocking a thread.</remarks>
/// <param name="clock">Dates the changes.</param>
/// <param name="patience">See <see cref="Patience"/>; absent, <see cref="UsualPatience"/>.</param>
public sealed class ChangeLog(TimeProvider clock, TimeSpan? patience = null) : IDisposable
{
    /// <summary>The actor of what the reading engine reads: it belongs to nobody.</summary>
    public const string Engine = "engine";

    /// <summary>With it a caller hears within five seconds that the store is busy.</summary>
    public static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(4);

    private readonly SemaphoreSlim gate = new(1, 1);
    private LedgerEnd left;

    /// <summary>How long a change waits for another before <see cref="StoreBusyException"/>.</summary>
    public TimeSpan Patience { get; } = patience ?? UsualPatience;

    /// <summary>Begins a transaction with one change, by itself. Whoever serves requests writes through <see cref="LedgerWriter"/>.</summary>
    /// <param name="context">Tracks nothing ledgered that is changed already.</param>
    /// <param name="actor">Who changes: <see cref="Engine"/>, or "key:" and the id of an API key.</param>
    /// <param name="cancellationToken">Stops the wait for other writers.</param>
    /// <exception cref="StoreBusyException">Another writer of this process did not finish within <see cref="Patience"/>.</exception>
    public async Task<LedgerTransaction> BeginAsync(
        CasualtyDbContext context, string actor, CancellationToken cancellationToken = default)
    {
        var alone = await OpenAsync(context, cancellationToken);
        return alone.Begin(actor, isAlone: true);
    }

    /// <summary>Writes what has become complete of the tree's upper levels.</summary>
    /// <param name="context">Tracks nothing.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    public async Task GrowTreeAsync(CasualtyDbContext context, CancellationToken cancellationToken = default)
    {
        while (await TreeGrowth.DueAsync(new LedgerTree(context), cancellationToken) is not null)
        {
            await using var ledger = await BeginAsync(context, Engine, cancellationToken);
            await TreeGrowth.AddNextAsync(context, cancellationToken);
            await ledger.CommitNodesAsync(cancellationToken);
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>Begins a transaction that any number of changes may share.</summary>
    internal async Task<WriteGroup> OpenAsync(CasualtyDbContext context, CancellationToken cancellationToken)
    {
        if (!await gate.WaitAsync(Patience, cancellationToken)) throw new StoreBusyException(Patience);
        var group = new WriteGroup(this, context);
        try
        {
            await group.OpenAsync(cancellationToken);
            return group;
        }
        catch
        {
            await group.DisposeAsync();
            throw;
        }
    }

    internal void Release() => gate.Release();

    /// <summary>The end of the ledger that a transaction found, which is most often the one this process left.</summary>
    internal async Task<LedgerEnd> EndAsync(CasualtyDbContext context, long position, CancellationToken cancellationToken) =>
        position == left.Position ? left : new(position, await context.Changes.Where(change => change.Position == position)
            .Select(change => change.At).SingleOrDefaultAsync(cancellationToken));

    /// <summary>Remembers where the ledger ends; the gate is still closed.</summary>
    internal void Ended(LedgerEnd end) => left = end;

    internal async Task<LedgerEnd> AppendAsync(LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        var context = ledger.Context;
        var last = ledger.Counters[Counter.Position];
        var isIndexed = ledger.Counters[Counter.Indexed] == last;

        // A clock that is set back must not put a change before the one it follows.
        var at = Math.Max(ledger.End.At, clock.GetUtcNow().ToUnixTimeMilliseconds());
        var guard = new WordsGuard(context);
        foreach (var (record, kind, reason) in ledger.Changes)
        {
            await guard.CheckAsync(record, cancellationToken);
            last++;
            if (kind != ChangeKind.Created) await Revisions.KeepAsync(context, record, last, cancellationToken);
            Stamp(record, last, at);
            await PublicationDay.KeepAsync(context, record, cancellationToken);
            var entry = await LedgerEntry.OfAsync(context, record, kind, ledger.Actor, reason, cancellationToken);
            context.AddLedgerRow(entry);
            context.AddLedgerRow(new LedgerNode { Level = 0, Ordinal = entry.Position - 1, Hash = MerkleHash.Leaf(entry.Payload) });
        }

        ledger.Counters[Counter.Position] = last;
        if (isIndexed) ledger.Counters[Counter.Indexed] = last;
        await context.SaveLedgeredAsync(cancellationToken);
        await new SearchIndex(context).AddAsync([.. ledger.Changes.Select(change => change.Record)], cancellationToken);
        return new(last, at);
    }

    private static void Stamp(LedgerRecord record, long position, long at)
    {
        record.Revision++;
        record.Since = position;
        record.UpdatedAt = at;
        if (record.Revision == 1) record.ReceivedAt = at;
        if (record is Document document)
        {
            foreach (var publication in document.Publications.Where(publication => publication.Since == 0)) publication.Since = position;
        }
    }
}

/// <summary>Where a ledger ends.</summary>
/// <param name="Position">Of its last change; 0 before the first.</param>
/// <param name="At">When that was made, in UTC milliseconds since 1970.</param>
internal readonly record struct LedgerEnd(long Position, long At);
