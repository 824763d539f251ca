using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// A transaction over ledgered records, begun by <see cref="ChangeLog"/>. It gives ids and remembers, in order, which
/// records change; on commit each gets its entry. Disposed without a commit, it leaves nothing behind.
/// </summary>
public sealed class LedgerTransaction : IAsyncDisposable
{
    private readonly ChangeLog log;
    private readonly OrderedDictionary<(RecordKind, long), Recorded> recorded = [];
    private IDbContextTransaction? transaction;
    private bool committed;

    internal LedgerTransaction(ChangeLog log, CasualtyDbContext context, string actor) =>
        (this.log, Context, Actor) = (log, context, actor);

    internal CasualtyDbContext Context { get; }

    internal string Actor { get; }

    internal Dictionary<string, Counter> Counters { get; private set; } = [];

    internal IEnumerable<Recorded> Changes => recorded.Values;

    /// <summary>Gives the record its id and adds it.</summary>
    /// <returns>The same record.</returns>
    public TRecord Add<TRecord>(TRecord record, string? reason = null)
        where TRecord : LedgerRecord
    {
        var kind = KindOf(record);
        record.Id = Draw(Kebab.Of(kind));
        recorded.Add((kind, record.Id), new Recorded(record, ChangeKind.Created, reason));
        Context.Add(record);
        return record;
    }

    /// <summary>Gives the party its id and adds it. Parties have no entries of their own: each claim's entry holds its party.</summary>
    public Party Add(Party party)
    {
        party.Id = Draw(Counter.Party);
        Context.Add(party);
        return party;
    }

    /// <summary>Gives the place its id and adds it. Places have no entries of their own: each claim's entry holds its place.</summary>
    public Place Add(Place place)
    {
        place.Id = Draw(Counter.Place);
        Context.Add(place);
        return place;
    }

    /// <summary>Says that a tracked record, or a part of it, changes. Said twice in one transaction, it stays one change.</summary>
    public void Change(LedgerRecord record, ChangeKind kind, string? reason = null) =>
        recorded.TryAdd((KindOf(record), record.Id), new Recorded(record, kind, reason));

    /// <summary>Writes the records and their entries, and commits.</summary>
    /// <returns>The position of the last change: the ledger's length.</returns>
    /// <exception cref="UnledgeredChangeException">A ledgered row changed without <see cref="Add{TRecord}"/> or <see cref="Change"/>.</exception>
    /// <exception cref="Wording.WordsNotInDocumentException">A statement or claim says what its document does not.</exception>
    public async Task<long> CommitAsync(CancellationToken cancellationToken = default)
    {
        RefuseUnrecorded();
        var position = await log.AppendAsync(this, cancellationToken);
        await transaction!.CommitAsync(cancellationToken);
        committed = true;
        return position;
    }

    /// <summary>Commits nodes of the tree, and nothing besides.</summary>
    internal async Task CommitNodesAsync(CancellationToken cancellationToken)
    {
        await Context.SaveLedgeredAsync(cancellationToken);
        await transaction!.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null) await transaction.DisposeAsync();
            if (!committed) Context.ChangeTracker.Clear();
        }
        finally
        {
            log.Release();
        }
    }

    internal async Task OpenAsync(CancellationToken cancellationToken)
    {
        transaction = await Context.Database.BeginTransactionAsync(cancellationToken);

        // Where the database itself does not let in one writer at a time, the row of the positions does.
        await Context.Counters.Where(counter => counter.Name == Counter.Position)
            .ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Value, counter => counter.Value), cancellationToken);
        Counters = await Context.Counters.ToDictionaryAsync(counter => counter.Name, cancellationToken);
    }

    private static RecordKind KindOf(LedgerRecord record) =>
        record is ILedgered current ? current.Record.Kind : throw new UnledgeredChangeException(record.GetType().Name);

    private long Draw(string counter) => ++Counters[counter].Value;

    private void RefuseUnrecorded()
    {
        foreach (var entry in Context.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged))
        {
            var allowed = entry.Entity switch
            {
                LedgerRecord and ILedgered row => entry.State != EntityState.Deleted && recorded.ContainsKey(row.Record),
                DocumentText or Publication => entry.State == EntityState.Added && recorded.ContainsKey(((ILedgered)entry.Entity).Record),
                ILedgered row => recorded.ContainsKey(row.Record),
                Party or Place => entry.State == EntityState.Added,
                Counter counter => Counters.ContainsValue(counter),
                Entities.Change or LedgerNode or IRevision => false,
                _ => true,
            };
            if (!allowed) throw new UnledgeredChangeException(entry.Metadata.ShortName());
        }
    }

    internal sealed record Recorded(LedgerRecord Record, ChangeKind Kind, string? Reason);
}
