using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// A change of ledgered records, begun by <see cref="LedgerWriter"/> or <see cref="ChangeLog"/>. It gives ids and remembers, in
/// order, which records change; saved, each has its entry. Disposed without that, it leaves nothing behind.
/// </summary>
public sealed class LedgerTransaction : IAsyncDisposable
{
    private readonly ChangeLog log;
    private readonly OrderedDictionary<(RecordKind, long), Recorded> recorded = [];
    private readonly WriteGroup? alone;
    private bool committed;

    internal LedgerTransaction(ChangeLog log, CasualtyDbContext context, string actor, Dictionary<string, long> counters, LedgerEnd end, WriteGroup? alone) =>
        (this.log, Context, Actor, Counters, End, this.alone) = (log, context, actor, counters, end, alone);

    internal CasualtyDbContext Context { get; }

    internal string Actor { get; }

    /// <summary>The last number given of each kind, this change's among them.</summary>
    internal Dictionary<string, long> Counters { get; }

    /// <summary>Where the ledger ends: before this change, and once it is saved with it.</summary>
    internal LedgerEnd End { get; private set; }

    internal bool IsSaved { get; private set; }

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

    /// <summary>Writes the records and their entries, once. They last from the commit on.</summary>
    /// <returns>The position of the last change: the ledger's length.</returns>
    /// <exception cref="UnledgeredChangeException">A ledgered row changed without <see cref="Add{TRecord}"/> or <see cref="Change"/>.</exception>
    /// <exception cref="Wording.WordsNotInDocumentException">A statement or claim says what its document does not.</exception>
    public async Task<long> SaveAsync(CancellationToken cancellationToken = default)
    {
        if (IsSaved) throw new InvalidOperationException("A change is saved once.");
        RefuseUnrecorded();
        End = await log.AppendAsync(this, cancellationToken);
        IsSaved = true;
        return End.Position;
    }

    /// <summary>Whether a record was added or changed.</summary>
    public bool HasChanges => recorded.Count > 0;

    /// <summary>Writes rows that are no part of the ledger, beside the change or where there is none. They last from the commit on.</summary>
    public async Task SaveBesidesAsync(CancellationToken cancellationToken = default)
    {
        await Context.SaveChangesAsync(cancellationToken);
        IsSaved = true;
    }

    /// <summary>Saves, and commits a change that <see cref="ChangeLog.BeginAsync"/> began; within a group it is the writer that commits.</summary>
    /// <returns>As of <see cref="SaveAsync"/>.</returns>
    public async Task<long> CommitAsync(CancellationToken cancellationToken = default)
    {
        if (alone is null) throw new InvalidOperationException($"This change ends with {nameof(SaveAsync)}: its writer commits.");
        var position = await SaveAsync(cancellationToken);
        alone.Keep(this);
        await alone.CommitAsync(cancellationToken);
        committed = true;
        return position;
    }

    /// <summary>Commits nodes of the tree, and nothing besides.</summary>
    internal async Task CommitNodesAsync(CancellationToken cancellationToken)
    {
        await Context.SaveLedgeredAsync(cancellationToken);
        await alone!.CommitRowsAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (alone is null) return;
        if (!committed) Context.ChangeTracker.Clear();
        await alone.DisposeAsync();
    }

    private static RecordKind KindOf(LedgerRecord record) =>
        record is ILedgered current ? current.Record.Kind : throw new UnledgeredChangeException(record.GetType().Name);

    private long Draw(string counter) => ++Counters[counter];

    private void RefuseUnrecorded()
    {
        foreach (var entry in Context.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged))
        {
            var allowed = entry.Entity switch
            {
                LedgerRecord and ILedgered row => entry.State != EntityState.Deleted && recorded.ContainsKey(row.Record),
                DocumentText or ReceivedBytes or Publication => entry.State == EntityState.Added && recorded.ContainsKey(((ILedgered)entry.Entity).Record),
                ILedgered row => recorded.ContainsKey(row.Record),
                Party or Place => entry.State == EntityState.Added,
                Entities.Change or LedgerNode or IRevision or Counter => false,
                _ => true,
            };
            if (!allowed) throw new UnledgeredChangeException(entry.Metadata.ShortName());
        }
    }

    internal sealed record Recorded(LedgerRecord Record, ChangeKind Kind, string? Reason);
}
