using System.Text.Json;
using System.Threading.Channels;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Ledger.Notes;
using CasualtyApi.Store.Terms;
using CasualtyApi.Store.Wording;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>
/// Builds a database from an exported ledger: the same ids, revisions, positions and root. One transaction, committed when everything is
/// verified, or nothing is kept.
/// </summary>
public sealed class LedgerImport
{
    /// <summary>Entries are handed on some at a time: one by one, handing on costs as much as keeping.</summary>
    private const int Handful = 100;

    /// <summary>How many handfuls may be verified and not yet kept.</summary>
    private const int Ahead = 10;

    private readonly CasualtyDbContext context;
    private readonly DocumentTexts texts;
    private readonly LaterStates later;
    private readonly HashSet<long> parties = [];
    private readonly HashSet<long> places = [];
    private readonly Dictionary<Type, RowWrite> inserts = [];
    private readonly Dictionary<string, long> last = [];
    private readonly Dictionary<long, DateOnly?> days = [];
    private readonly HashSet<long> redated = [];

    /// <param name="context">An empty database, of this version's schema.</param>
    public LedgerImport(CasualtyDbContext context)
    {
        this.context = context;
        texts = new(context);
        later = new(context, texts, Insert);
    }

    /// <exception cref="StoreRefusedException">The database is not empty.</exception>
    public async Task<Verdict> RunAsync(TextReader lines, Checkpoint? checkpoint, CancellationToken cancellationToken)
    {
        if (await context.Changes.AnyAsync(cancellationToken)) throw new StoreRefusedException($"The database {context.Whereabouts} is not empty; an import makes a new one.");
        await using var load = await context.BeginBulkLoadAsync(cancellationToken);
        try
        {
            var verdict = await VerifyAndKeepAsync(lines, checkpoint, cancellationToken);
            if (verdict.Fault is not null) return verdict;
            await ReplaceAsync(cancellationToken);
            Flush();
            await CountAsync(verdict.Entries, cancellationToken);
            await load.IndexAsync(cancellationToken);
            await PublicationDay.CopyAsync(context, redated, cancellationToken);
            await load.CommitAsync(cancellationToken);
            return verdict;
        }
        catch (WordsMissingException missing)
        {
            return new Verdict(missing.Position, $"Entry {missing.Position} lacks words that are withheld: only a whole export can be imported.");
        }
        finally
        {
            foreach (var write in inserts.Values) write.Dispose();
        }
    }

    /// <summary>Entries are verified ahead of those that are kept, beside them.</summary>
    private async Task<Verdict> VerifyAndKeepAsync(TextReader lines, Checkpoint? checkpoint, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var verified = Channel.CreateBounded<Verified[]>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var verifying = Task.Run(() => VerifyAsync(lines, checkpoint, verified.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var handful in verified.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var (entry, payload) in handful) await KeepAsync(entry, payload, cancellationToken);
            }
        }
        finally
        {
            // Where keeping failed, nobody waits for more; else it has ended by itself.
            await stop.CancelAsync();
            await Task.WhenAny(verifying);
        }

        return await verifying;
    }

    private static async Task<Verdict> VerifyAsync(
        TextReader lines, Checkpoint? checkpoint, ChannelWriter<Verified[]> verified, CancellationToken stop)
    {
        var handful = new List<Verified>(Handful);
        try
        {
            var verdict = await new ExportVerification(checkpoint).RunAsync(lines, async (entry, payload) =>
            {
                handful.Add(new(entry, payload));
                if (handful.Count == Handful) await HandOnAsync();
            }, stop);
            await HandOnAsync();
            return verdict;
        }
        finally
        {
            verified.Complete();
        }

        async Task HandOnAsync()
        {
            await verified.WriteAsync([.. handful], stop);
            handful.Clear();
        }
    }

    private async Task KeepAsync(ExportEntry entry, JsonElement payload, CancellationToken cancellationToken)
    {
        var change = RecordState.ChangeOf(entry.Payload, payload);
        var after = payload.GetProperty("after");
        if (!(change is { Record: RecordKind.Document, Revision: > 1 }) && Words.In(after).Any(word => !entry.Words.ContainsKey(word.Name)))
        {
            throw new WordsMissingException(entry.Position);
        }

        var isFirst = change.Revision == 1;
        var text = change.Record == RecordKind.Claim && isFirst ? await TextAsync(after.Number("documentId"), cancellationToken) : null;
        var record = RecordState.Of(change, after, entry.Words, text, change.At);
        Date(record);
        Note(Kebab.Of(change.Record), change.RecordId);
        Meet(after, change.Record);
        Insert(change);
        Insert(new LedgerNode { Level = 0, Ordinal = change.Position - 1, Hash = entry.LeafHash });
        if (isFirst)
        {
            Insert(record);
            if (change.Record == RecordKind.Document) Insert(KeptText(change.RecordId, entry.Words[Words.Text]));
            foreach (var part in Parts.Of(record, change.Position)) Insert(part);
        }
        else
        {
            later.Add(record, change.Position);
            if (later.AreMany) await ReplaceAsync(cancellationToken);
        }
    }

    /// <summary>A claim has the day of publication of its document as that stood last.</summary>
    private void Date(LedgerRecord record)
    {
        if (record is Document document)
        {
            if (days.TryGetValue(document.Id, out var before) && before != document.PublishedAt) redated.Add(document.Id);
            days[document.Id] = document.PublishedAt;
        }
        else if (record is Claim claim)
        {
            claim.PublishedAt = days.GetValueOrDefault(claim.DocumentId);
        }
    }

    private Task ReplaceAsync(CancellationToken cancellationToken)
    {
        Flush();
        return later.WriteAsync(cancellationToken);
    }

    private Task<CodePointText> TextAsync(long documentId, CancellationToken cancellationToken)
    {
        if (!texts.Knows(documentId) && inserts.TryGetValue(typeof(DocumentText), out var kept)) kept.Flush();
        return texts.OfAsync(documentId, cancellationToken);
    }

    private void Flush()
    {
        foreach (var write in inserts.Values) write.Flush();
    }

    private DocumentText KeptText(long documentId, string text)
    {
        texts.Keep(documentId, text);
        return new DocumentText { DocumentId = documentId, Text = text };
    }

    private void Meet(JsonElement after, RecordKind kind)
    {
        if (kind != RecordKind.Claim) return;
        foreach (var member in (ReadOnlySpan<string>)["party", "blamed"])
        {
            if (after.IdOrNull(member) is not { } party || !parties.Add(party)) continue;
            Note(Counter.Party, party);
            Insert(RecordState.PartyOf(after, member)!);
        }

        if (after.IdOrNull("place") is not { } place || !places.Add(place)) return;
        Note(Counter.Place, place);
        Insert(RecordState.PlaceOf(after)!);
    }

    private void Note(string counter, long id) => last[counter] = Math.Max(id, last.GetValueOrDefault(counter));

    private void Insert(object row)
    {
        var type = row.GetType();
        if (!inserts.TryGetValue(type, out var write)) inserts[type] = write = context.OpenInsert(context.Model.FindEntityType(type)!);
        write.Write(row);
    }

    private async Task CountAsync(long position, CancellationToken cancellationToken)
    {
        last[Counter.Position] = position;
        foreach (var (name, value) in last)
        {
            await context.Counters.Where(counter => counter.Name == name)
                .ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Value, value), cancellationToken);
        }
    }

    private sealed record Verified(ExportEntry Entry, JsonElement Payload);

    private sealed class WordsMissingException(long position) : Exception
    {
        public long Position { get; } = position;
    }
}
