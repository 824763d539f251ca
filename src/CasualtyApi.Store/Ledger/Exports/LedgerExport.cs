using System.Buffers;
using System.Text.Json;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger.Exports;

/// <summary>
/// Writes the whole ledger as lines: how many entries there are, then each with its payload and its words, so that the entries can be
/// verified and everything be built again. A stretch at a time is in memory, and one document's text.
/// </summary>
/// <param name="context">Reads one moment.</param>
public sealed class LedgerExport(CasualtyDbContext context)
{
    private const int Stretch = 500;

    public async Task WriteAsync(Stream stream, long size, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await WriteLineAsync(stream, buffer, WriteHead, cancellationToken);
        var hidden = await context.Documents.Where(document => document.Visibility != Visibility.Public)
            .ToDictionaryAsync(document => document.Id, document => document.Visibility, cancellationToken);
        for (var after = 0L; after < size; after += Stretch)
        {
            foreach (var entry in await ReadAsync(after, Math.Min(size, after + Stretch), hidden, cancellationToken))
            {
                var whole = await WithTextAsync(entry, hidden, cancellationToken);
                await WriteLineAsync(stream, buffer, whole.Write, cancellationToken);
            }
        }

        void WriteHead(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("format", ExportEntry.Format);
            json.WriteNumber("position", size);
            json.WriteEndObject();
        }
    }

    private static async Task WriteLineAsync(
        Stream stream, ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, ExportEntry.Spelling)) write(json);
        buffer.Write("\n"u8);
        await stream.WriteAsync(buffer.WrittenMemory, cancellationToken);
    }

    private async Task<List<(Change Change, ExportEntry Entry)>> ReadAsync(
        long after, long last, Dictionary<long, Visibility> hidden, CancellationToken cancellationToken)
    {
        var changes = await context.Changes.AsNoTracking().Where(change => change.Position > after && change.Position <= last)
            .OrderBy(change => change.Position).ToListAsync(cancellationToken);
        var leaves = await new LedgerTree(context).HashesAsync(0, after, last - after, cancellationToken);
        if (leaves.Count != changes.Count) throw new LedgerBrokenException(after + Math.Min(leaves.Count, changes.Count) + 1, "is missing, or has no leaf");
        var words = await WordsAsync(changes, cancellationToken);
        return [.. changes.Zip(leaves, (change, leaf) =>
        {
            var known = words.TryGetValue(change.Position, out var said) && hidden.GetValueOrDefault(said.DocumentId) != Visibility.Withheld ? said.Words : [];
            return (change, new ExportEntry(change.Position, leaf, change.Payload, known));
        })];
    }

    /// <summary>The words of the states that some changes made; of each state only the columns that have any.</summary>
    private async Task<Dictionary<long, (long DocumentId, Dictionary<string, string> Words)>> WordsAsync(
        List<Change> changes, CancellationToken cancellationToken)
    {
        var said = new Dictionary<long, (long, Dictionary<string, string>)>();
        foreach (var states in new IQueryable<StatementState>[] { context.Statements, context.StatementRevisions })
        {
            var spoken = Of(changes, RecordKind.Statement, states).Select(state => new StatementRevision
            {
                Since = state.Since,
                DocumentId = state.DocumentId,
                Text = state.Text,
                SpeakerText = state.SpeakerText,
                Cue = state.Cue,
            });
            await foreach (var state in spoken.AsAsyncEnumerable().WithCancellation(cancellationToken)) said[state.Since] = (state.DocumentId, Words.Of(state));
        }

        foreach (var states in new IQueryable<ClaimState>[] { context.Claims, context.ClaimRevisions })
        {
            var spoken = Of(changes, RecordKind.Claim, states).Select(state => new ClaimRevision
            {
                Since = state.Since,
                DocumentId = state.DocumentId,
                Text = state.Text,
                CountText = state.CountText,
                PartyText = state.PartyText,
                BlamedText = state.BlamedText,
                PlaceText = state.PlaceText,
                PeriodText = state.PeriodText,
            });
            await foreach (var state in spoken.AsAsyncEnumerable().WithCancellation(cancellationToken)) said[state.Since] = (state.DocumentId, Words.Of(state));
        }

        return said;
    }

    /// <remarks>By their ids: joined with the changes, SQLite would begin at all changes of such records.</remarks>
    private static IQueryable<TState> Of<TState>(List<Change> changes, RecordKind kind, IQueryable<TState> states)
        where TState : LedgerRecord
    {
        var ids = changes.Where(change => change.Record == kind).Select(change => change.RecordId).Distinct().ToList();
        var (first, last) = (changes[0].Position, changes[^1].Position);
        return states.AsNoTracking().Where(state => EF.Parameter(ids).Contains(state.Id) && state.Since >= first && state.Since <= last);
    }

    // A text stands at its document's first entry, and is read when its turn comes.
    private async Task<ExportEntry> WithTextAsync(
        (Change Change, ExportEntry Entry) pair, Dictionary<long, Visibility> hidden, CancellationToken cancellationToken)
    {
        var (change, entry) = pair;
        if (change.Record != RecordKind.Document || change.Revision > 1 || hidden.ContainsKey(change.RecordId)) return entry;
        var text = await context.DocumentTexts.Where(text => text.DocumentId == change.RecordId)
            .Select(text => text.Text).SingleOrDefaultAsync(cancellationToken);
        return text is null ? entry : entry with { Words = new Dictionary<string, string> { [Words.Text] = text } };
    }
}
