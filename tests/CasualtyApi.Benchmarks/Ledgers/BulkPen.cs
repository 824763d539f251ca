using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Merkle;
using CasualtyApi.Store.Sqlite;
using CasualtyApi.Store.Terms;
using CasualtyApi.Store.Wording;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>
/// Writes what <see cref="ChangeLog"/> would have written, row for row (a test compares them), without tracking, checks and a commit
/// for each document.
/// </summary>
internal sealed class BulkPen : ILedgerPen, IDisposable
{
    /// <summary>The same number of code points around a claim as the store keeps.</summary>
    private const int Around = 32;

    private readonly SqliteCasualtyDbContext _context;
    private readonly SQLitePCL.sqlite3 _handle;
    private readonly Dictionary<Type, RowWriter> _writers = [];
    private readonly Dictionary<string, long> _counters = [];
    private readonly Dictionary<long, Party> _parties = [];
    private readonly Dictionary<long, Place> _places = [];
    private readonly List<(LedgerRecord Record, ChangeKind Kind, string? Reason, Action<Claim>? Edit)> _changes = [];
    private readonly RowWriter _claimRevisions;
    private CodePointText? _text;
    private DateOnly? _publishedAt;
    private string _actor = ChangeLog.Engine;
    private long _at;

    public BulkPen(SqliteCasualtyDbContext context)
    {
        _context = context;
        _handle = ((SqliteConnection)context.Database.GetDbConnection()).Handle!;
        _claimRevisions = new(_handle, context.Model.FindEntityType(typeof(ClaimRevision))!, context.Model.FindEntityType(typeof(Claim)));
        foreach (var counter in context.Counters.AsNoTracking()) _counters[counter.Name] = counter.Value;
    }

    public Task BeginAsync(string actor, long at)
    {
        (_actor, _at) = (actor, Math.Max(at, _at));
        return Task.CompletedTask;
    }

    public TRecord Add<TRecord>(TRecord record) where TRecord : LedgerRecord
    {
        record.Id = Draw(Kebab.Of(((ILedgered)record).Record.Kind));
        _changes.Add((record, ChangeKind.Created, null, null));
        return record;
    }

    public Party Add(Party party)
    {
        party.Id = Draw(Counter.Party);
        Write(_parties[party.Id] = party);
        return party;
    }

    public Place Add(Place place)
    {
        place.Id = Draw(Counter.Place);
        Write(_places[place.Id] = place);
        return place;
    }

    public void Change(Claim claim, Action<Claim> edit, ChangeKind kind, string? reason) => _changes.Add((claim, kind, reason, edit));

    public Task CommitAsync()
    {
        foreach (var (record, kind, reason, edit) in _changes)
        {
            var position = Draw(Counter.Position);
            if (edit is not null) Correct((Claim)record, position, edit);
            record.Revision++;
            (record.Since, record.UpdatedAt) = (position, _at);
            if (record.Revision == 1) record.ReceivedAt = _at;
            var state = State(record);
            Write((object)record);
            WriteParts(record);
            var entry = LedgerEntry.Of(record, kind, _actor, reason, state);
            Write(entry);
            Write(new LedgerNode { Level = 0, Ordinal = position - 1, Hash = MerkleHash.Leaf(entry.Payload) });
        }

        _changes.Clear();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var (name, value) in _counters) Write(new Counter { Name = name, Value = value });
        foreach (var writer in _writers.Values) writer.Dispose();
        _claimRevisions.Dispose();
    }

    private long Draw(string counter) => ++_counters[counter];

    private void Correct(Claim claim, long position, Action<Claim> edit)
    {
        _claimRevisions.Write(claim, (nameof(ClaimRevision.Until), position),
            (nameof(ClaimRevision.ClaimantIds), claim.Claimants.ConvertAll(claimant => claimant.SourceId)));
        edit(claim);
    }

    private System.Text.Json.Nodes.JsonObject State(LedgerRecord record)
    {
        switch (record)
        {
            case Document document:
                (_text, _publishedAt) = (new CodePointText(document.Text!.Text), document.PublishedAt);
                return Payload.Of(document);
            case Source source:
                return Payload.Of(source);
            case Statement statement:
                return Payload.Of(statement);
            case Claim claim:
                if (claim.Revision == 1)
                {
                    claim.PublishedAt = _publishedAt;
                    claim.Prefix = _text!.Around(claim.Start - Around, claim.Start);
                    claim.Suffix = _text.Around(claim.End, claim.End + Around);
                }

                return Payload.Of(claim, _parties[claim.PartyId], null, claim.PlaceId is { } place ? _places[place] : null);
            default:
                throw new NotSupportedException(record.GetType().Name);
        }
    }

    private void WriteParts(LedgerRecord record)
    {
        if (record.Revision > 1) return;
        switch (record)
        {
            case Document document:
                document.Text!.DocumentId = document.Id;
                Write(document.Text);
                document.Publications.ForEach(publication => (publication.DocumentId, publication.Since) = (document.Id, document.Since));
                document.Publications.ForEach(Write);
                break;
            case Source source:
                source.Aliases.ForEach(alias => alias.SourceId = source.Id);
                source.Aliases.ForEach(Write);
                break;
            case Statement statement:
                statement.Speakers.ForEach(speaker => speaker.StatementId = statement.Id);
                statement.Relay.ForEach(hop => hop.StatementId = statement.Id);
                statement.Speakers.ForEach(Write);
                statement.Relay.ForEach(Write);
                break;
            case Claim claim:
                claim.Claimants.ForEach(claimant => claimant.ClaimId = claim.Id);
                claim.Claimants.ForEach(Write);
                break;
        }
    }

    private void Write(object row)
    {
        if (!_writers.TryGetValue(row.GetType(), out var writer))
        {
            _writers[row.GetType()] = writer = new(_handle, _context.Model.FindEntityType(row.GetType())!);
        }

        writer.Write(row);
    }
}
