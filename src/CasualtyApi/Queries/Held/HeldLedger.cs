using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>
/// Holds the claims in memory and follows the ledger: what a request finds belongs to the position the request sees. It is read
/// through the request's own transaction, and what changed since the last time alone.
/// </summary>
internal sealed class HeldLedger(HeldViews views) : IDisposable
{
    /// <summary>So many changed claims, and all are read again.</summary>
    private const int Many = 100_000;

    /// <summary>How many earlier moments are kept; each takes what of it differs from now.</summary>
    private const int MostPasts = 4;

    private readonly SemaphoreSlim _gate = new(1, 1), _past = new(1, 1);
    private readonly List<HeldClaims> _pasts = [];
    private HeldClaims? _claims;
    private int _generation;

    /// <summary>Those of a position. Null for an earlier one than is held: two requests that overlap a change may cross.</summary>
    public async Task<HeldClaims?> AtAsync(CasualtyDbContext db, long position, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _claims) is { } current && current.Position >= position) return current.Position == position ? current : null;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_claims is not { } known || known.Position < position) Volatile.Write(ref _claims, await AdvanceAsync(_claims, db, position, cancellationToken));
            return _claims!.Position == position ? _claims : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The same, but only where they are held already: nobody waits for the first reading.</summary>
    public async Task<HeldClaims?> TryAtAsync(CasualtyDbContext db, long position, CancellationToken cancellationToken) =>
        Volatile.Read(ref _claims) is null ? null : await AtAsync(db, position, cancellationToken);

    /// <summary>Those of a position, whatever is held: two requests that cross a change cost one of them a reading of its own.</summary>
    public async Task<HeldClaims> ForAsync(CasualtyDbContext db, long position, CancellationToken cancellationToken) =>
        await AtAsync(db, position, cancellationToken) ?? await LoadAsync(db, position, cancellationToken);

    /// <summary>Those of the moment a request shows: the present, for which it waits, or an earlier one.</summary>
    public Task<HeldClaims?> OfAsync(CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken) =>
        ledger.IsAsOf ? BeforeAsync(db, ledger, cancellationToken) : AtAsync(db, ledger.Position, cancellationToken);

    /// <summary>The same, but only where they are held already.</summary>
    public Task<HeldClaims?> TryOfAsync(CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken) =>
        ledger.IsAsOf ? BeforeAsync(db, ledger, cancellationToken) : TryAtAsync(db, ledger.Position, cancellationToken);

    /// <summary>Those of an earlier moment, which the tables show by now. Null where nothing later is held to go back from.</summary>
    private async Task<HeldClaims?> BeforeAsync(CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _claims) is not { } known || known.Position < ledger.Position) return null;
        var withheld = await known.Withheld.AtAsync(db, ledger.Newest, cancellationToken);
        return (await PastAsync(known, db, ledger.Position, cancellationToken)).Showing(withheld);
    }

    private async Task<HeldClaims> PastAsync(HeldClaims known, CasualtyDbContext db, long position, CancellationToken cancellationToken)
    {
        await _past.WaitAsync(cancellationToken);
        try
        {
            if (_pasts.Find(past => past.Position == position) is { } kept) return kept;
            var past = await HeldPast.OfAsync(known, db, position, Interlocked.Increment(ref _generation), cancellationToken);
            if (_pasts.Count == MostPasts) _pasts.RemoveAt(0);
            _pasts.Add(past);
            return past;
        }
        finally
        {
            _past.Release();
        }
    }

    public void Dispose()
    {
        _gate.Dispose();
        _past.Dispose();
    }

    private async Task<HeldClaims> AdvanceAsync(HeldClaims? known, CasualtyDbContext db, long position, CancellationToken cancellationToken)
    {
        if (known is null) return await LoadAsync(db, position, cancellationToken);
        var changes = await db.Changes.Where(change => change.Position > known.Position && change.Position <= position)
            .Select(change => new { change.Record, change.RecordId, change.Kind }).ToListAsync(cancellationToken);
        if (changes.Count > Many) return await LoadAsync(db, position, cancellationToken);

        var claims = changes.Where(change => change.Record == RecordKind.Claim).Select(change => change.RecordId).Distinct().ToList();
        var documents = changes.Where(change => change.Record == RecordKind.Document && change.Kind != ChangeKind.Created)
            .Select(change => change.RecordId).Distinct().ToList();
        var sources = changes.Where(change => change.Record == RecordKind.Source).Select(change => change.Kind).ToList();
        var followed = sources.Count == 0 ? known.Sources
            : sources.TrueForAll(kind => kind == ChangeKind.Created) ? await known.Sources.WithNewAsync(db, cancellationToken)
            : await HeldSources.LoadAsync(db, Interlocked.Increment(ref _generation), cancellationToken);
        var withheld = await known.Withheld.AtAsync(db, position, cancellationToken);
        if (claims.Count + documents.Count == 0) return known.With(position, [], followed, known.Names, withheld, areDocumentsRenamed: false);
        var changed = await HeldReader.ReadAsync(
            db, db.Claims.Where(claim => EF.Parameter(claims).Contains(claim.Id) || EF.Parameter(documents).Contains(claim.DocumentId)), known.Words, cancellationToken);
        return known.With(position, changed, followed, await known.Names.WithNewAsync(db, cancellationToken), withheld, documents.Count > 0);
    }

    private async Task<HeldClaims> LoadAsync(CasualtyDbContext db, long position, CancellationToken cancellationToken)
    {
        var (draft, words) = (new HeldDraft([]), new HeldWords());
        await foreach (var claim in HeldReader.AllAsync(db, words, cancellationToken)) draft.Put(claim);
        return HeldClaims.Of(
            position, draft, await HeldSources.LoadAsync(db, Interlocked.Increment(ref _generation), cancellationToken),
            await HeldNames.None.WithNewAsync(db, cancellationToken), words, await WithheldDocuments.LoadAsync(db, position, cancellationToken), views);
    }
}
