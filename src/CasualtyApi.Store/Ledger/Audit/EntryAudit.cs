using System.Text.Json;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Ledger.Merkle;
using CasualtyApi.Store.Ledger.Replay;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger.Audit;

/// <summary>Compares a stretch of entries with the rows they are about.</summary>
internal sealed class EntryAudit(CasualtyDbContext context, long after, long last)
{
    private readonly List<Finding> findings = [];
    private readonly RowComparison comparison = new(context);
    private readonly DocumentTexts texts = new(context);

    public async Task<List<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var changes = await context.Changes.AsNoTracking().Where(change => change.Position > after && change.Position <= last)
            .ToDictionaryAsync(change => change.Position, cancellationToken);
        var leaves = await context.LedgerNodes.AsNoTracking().Where(node => node.Level == 0 && node.Ordinal >= after && node.Ordinal < last)
            .ToDictionaryAsync(node => node.Ordinal + 1, node => node.Hash, cancellationToken);
        var rows = await EntryRows.ReadAsync(context, texts, [.. changes.Values], cancellationToken);
        texts.Expect(rows.Documents(changes.Values.OrderBy(change => change.Position)));
        for (var position = after + 1; position <= last; position++)
        {
            if (!changes.TryGetValue(position, out var change)) Find(position, "is missing from table changes");
            else if (!leaves.TryGetValue(position, out var leaf)) Find(position, "has no leaf in table ledger_nodes");
            else if (!MerkleHash.Leaf(change.Payload).AsSpan().SequenceEqual(leaf)) Find(position, "its payload does not have the hash of its leaf");
            else await CompareAsync(change, rows, cancellationToken);
        }

        return findings;
    }

    private async Task CompareAsync(Change change, EntryRows rows, CancellationToken cancellationToken)
    {
        using var payload = JsonDocument.Parse(change.Payload);
        var expected = RecordState.ChangeOf(change.Payload, payload.RootElement);
        Find(change.Position, comparison.Difference(expected, change));
        var state = payload.RootElement.GetProperty("after");
        var key = (expected.Record, expected.RecordId, expected.Revision);
        var words = rows.WordsOf(key);
        var isDocument = expected.Record == RecordKind.Document;
        if (!isDocument && Words.Fault(state, words) is { } fault) Find(change.Position, $"{Kebab.Of(expected.Record)}s: its record {fault}");
        else if (!isDocument && Words.In(state).Any(word => !words.ContainsKey(word.Name))) Find(change.Position, "its record, or words of it, is missing");
        else await CompareAsync(expected, state, words, rows, cancellationToken);
    }

    private async Task CompareAsync(
        Change entry, JsonElement state, IReadOnlyDictionary<string, string> words, EntryRows rows, CancellationToken cancellationToken)
    {
        var text = entry.Record == RecordKind.Claim ? await texts.OfAsync(state.Number("documentId"), cancellationToken) : null;
        var key = (entry.Record, entry.RecordId, entry.Revision);
        var expected = RecordState.Of(entry, state, words, text, rows.ReceivedAt(entry));
        var until = rows.Until(key);
        if (until is null) ComparePresent(entry, expected, rows.Present(key), rows);
        else CompareEarlier(entry, expected, rows.Earlier(key), until.Value);
        if (until is null == rows.Earlier(key) is not null) Find(entry.Position, "its record stands as an earlier state that it is not");
        if (entry.Record == RecordKind.Claim) CompareRegisters(entry, state, rows);
        if (entry.Record == RecordKind.Document) await CompareTextAsync(entry, state, cancellationToken);
    }

    private void ComparePresent(Change entry, LedgerRecord expected, LedgerRecord? actual, EntryRows rows)
    {
        if (actual is null)
        {
            Find(entry.Position, "its record is missing, or is of another revision");
            return;
        }

        if (expected is Document document) rows.PublishedAt(document);
        if (expected is Claim claim) rows.PublishedAt(claim);
        Find(entry.Position, comparison.Difference(expected, actual));
        Find(entry.Position, comparison.Difference(Parts.Of(expected, entry.Position), Parts.Of(actual, 0), "its parts"));
    }

    private void CompareEarlier(Change entry, LedgerRecord expected, LedgerRecord? actual, long until)
    {
        if (actual is null) Find(entry.Position, "the earlier state it made is missing");
        else Find(entry.Position, comparison.Difference(Revisions.Of(context, expected, until), actual));
    }

    private void CompareRegisters(Change entry, JsonElement state, EntryRows rows)
    {
        foreach (var party in new[] { RecordState.PartyOf(state, "party"), RecordState.PartyOf(state, "blamed") })
        {
            if (party is not null) Compare(entry, party, rows.Parties.GetValueOrDefault(party.Id), "a party");
        }

        if (RecordState.PlaceOf(state) is { } place) Compare(entry, place, rows.Places.GetValueOrDefault(place.Id), "a place");
    }

    private void Compare(Change entry, object expected, object? actual, string what) =>
        Find(entry.Position, actual is null ? $"{what} it names is missing" : comparison.Difference(expected, actual));

    private async Task CompareTextAsync(Change entry, JsonElement state, CancellationToken cancellationToken)
    {
        var text = await texts.FindAsync(entry.RecordId, cancellationToken);
        if (text is null) Find(entry.Position, "its text is missing from table document_texts");
        else if (Words.Fault(state, new Dictionary<string, string> { [Words.Text] = text.ToString() }) is { } fault) Find(entry.Position, $"document_texts: it {fault}");
    }

    private void Find(long position, string fault)
    {
        if (fault.Length > 0) findings.Add(new Finding(position, fault));
    }
}
