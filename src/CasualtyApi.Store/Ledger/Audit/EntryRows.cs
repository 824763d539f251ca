using System.Text.Json;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Ledger.Replay;
using CasualtyApi.Store.Terms;
using CasualtyApi.Store.Wording;
using Microsoft.EntityFrameworkCore;
using Key = (CasualtyApi.Store.Terms.RecordKind Record, long Id, int Revision);

namespace CasualtyApi.Store.Ledger.Audit;

/// <summary>The rows that a stretch of entries is about, as the database holds them.</summary>
internal sealed class EntryRows(DocumentTexts texts)
{
    private readonly Dictionary<Key, LedgerRecord> present = [];
    private readonly Dictionary<Key, LedgerRecord> earlier = [];
    private readonly Dictionary<(RecordKind, long), long> receivedAt = [];
    private readonly Dictionary<Key, long> positions = [];
    private readonly Dictionary<long, string> openings = [];
    private readonly Dictionary<long, List<long>> publishedSince = [];
    private Dictionary<long, DateOnly?> days = [];

    public Dictionary<long, Party> Parties { get; private set; } = [];

    public Dictionary<long, Place> Places { get; private set; } = [];

    public static async Task<EntryRows> ReadAsync(
        CasualtyDbContext context, DocumentTexts texts, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var rows = new EntryRows(texts);
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var ids = changes.Where(change => change.Record == kind).Select(change => change.RecordId).Distinct().ToList();
            if (ids.Count == 0) continue;
            var history = await context.Changes.AsNoTracking().Where(change => change.Record == kind && ids.Contains(change.RecordId))
                .Select(change => new { change.RecordId, change.Revision, change.Position, change.At }).ToListAsync(cancellationToken);
            foreach (var change in history) rows.positions[(kind, change.RecordId, change.Revision)] = change.Position;
            foreach (var first in history.Where(change => change.Revision == 1)) rows.receivedAt[(kind, first.RecordId)] = first.At;
            await rows.ReadAsync(context, kind, ids, cancellationToken);
        }

        return rows;
    }

    public LedgerRecord? Present(Key key) => present.GetValueOrDefault(key);

    public LedgerRecord? Earlier(Key key) => earlier.GetValueOrDefault(key);

    /// <summary>The position that ended a state; null for the present one.</summary>
    public long? Until(Key key) => positions.TryGetValue((key.Record, key.Id, key.Revision + 1), out var until) ? until : null;

    public long ReceivedAt(Change entry) => receivedAt.GetValueOrDefault((entry.Record, entry.RecordId), entry.At);

    /// <summary>The words of the row that holds the state; of a document its first ones, which are all that its row has of it.</summary>
    public IReadOnlyDictionary<string, string> WordsOf(Key key) => (Until(key) is null ? Present(key) : Earlier(key)) switch
    {
        StatementState statement => Words.Of(statement),
        ClaimState claim => Words.Of(claim),
        DocumentState => openings.TryGetValue(key.Id, out var text) ? new Dictionary<string, string> { [Words.Text] = text } : [],
        _ => new Dictionary<string, string>(),
    };

    /// <summary>The documents that changes are of, or of whose claims, as they come.</summary>
    public IEnumerable<long> Documents(IEnumerable<Change> changes) => changes.Select(change => (change.Record, change.RecordId, change.Revision))
        .Select(key => (Present(key) ?? Earlier(key)) is ClaimState claim ? claim.DocumentId : key.Record == RecordKind.Document ? key.RecordId : (long?)null)
        .OfType<long>().Distinct();

    /// <summary>A claim has the day of its document, whatever change gave it.</summary>
    public void PublishedAt(Claim claim) => claim.PublishedAt = days.GetValueOrDefault(claim.DocumentId);

    /// <summary>A publication is of the change whose state has it first.</summary>
    public void PublishedAt(Document document)
    {
        foreach (var (publication, since) in document.Publications.Zip(publishedSince[document.Id])) publication.Since = since;
    }

    private async Task ReadAsync(CasualtyDbContext context, RecordKind kind, List<long> ids, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case RecordKind.Document:
                Add(kind, await PresentRecords.Documents(context).Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken));
                Add(kind, await context.DocumentRevisions.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken));
                await ReadOpeningsAsync(ids, cancellationToken);
                await ReadHistoryAsync(context, ids, cancellationToken);
                break;
            case RecordKind.Source:
                Add(kind, await PresentRecords.Sources(context).Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken));
                Add(kind, await context.SourceRevisions.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken));
                break;
            case RecordKind.Statement:
                Add(kind, await PresentRecords.Statements(context).Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken));
                Add(kind, await context.StatementRevisions.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken));
                break;
            default:
                Add(kind, await PresentRecords.Claims(context).Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken));
                Add(kind, await context.ClaimRevisions.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken));
                await ReadRegistersAsync(context, cancellationToken);
                break;
        }
    }

    private async Task ReadOpeningsAsync(List<long> ids, CancellationToken cancellationToken)
    {
        texts.Expect(ids);
        foreach (var id in ids)
        {
            if (await texts.FindAsync(id, cancellationToken) is { } text) openings[id] = Opening.Of(text.ToString());
        }
    }

    private async Task ReadHistoryAsync(CasualtyDbContext context, List<long> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids) publishedSince[id] = [];
        var history = context.Changes.AsNoTracking().Where(change => change.Record == RecordKind.Document && ids.Contains(change.RecordId))
            .OrderBy(change => change.RecordId).ThenBy(change => change.Revision).Select(change => new { change.RecordId, change.Position, change.Payload });
        await foreach (var change in history.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var since = publishedSince[change.RecordId];
            using var payload = JsonDocument.Parse(change.Payload);
            var count = payload.RootElement.GetProperty("after").GetProperty("publications").GetArrayLength();
            while (since.Count < count) since.Add(change.Position);
        }
    }

    private async Task ReadRegistersAsync(CasualtyDbContext context, CancellationToken cancellationToken)
    {
        var claims = present.Values.Concat(earlier.Values).OfType<ClaimState>().ToList();
        var parties = claims.SelectMany(claim => new[] { claim.PartyId, claim.BlamedId ?? claim.PartyId }).Distinct().ToList();
        var places = claims.Select(claim => claim.PlaceId).OfType<long>().Distinct().ToList();
        var documents = claims.Select(claim => claim.DocumentId).Distinct().ToList();
        days = await context.Documents.AsNoTracking().Where(document => documents.Contains(document.Id))
            .ToDictionaryAsync(document => document.Id, document => document.PublishedAt, cancellationToken);
        Parties = await context.Parties.AsNoTracking().Where(party => parties.Contains(party.Id)).ToDictionaryAsync(party => party.Id, cancellationToken);
        Places = await context.Places.AsNoTracking().Where(place => places.Contains(place.Id)).ToDictionaryAsync(place => place.Id, cancellationToken);
    }

    private void Add<TRecord>(RecordKind kind, List<TRecord> rows)
        where TRecord : LedgerRecord
    {
        foreach (var row in rows) (row is IRevision ? earlier : present)[(kind, row.Id, row.Revision)] = row;
    }
}
