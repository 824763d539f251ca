using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Wording;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>
/// Later states of records that are there. Each ends the one before it, which becomes a revision. They wait for one another: the states before
/// a thousand of them are read together, and the last of each record is written with the others, where one by one each costs journeys to the database.
/// </summary>
/// <param name="context">Tracks nothing.</param>
/// <param name="texts">For the words around a claim whose span was corrected.</param>
/// <param name="insert">Writes a row.</param>
internal sealed class LaterStates(CasualtyDbContext context, DocumentTexts texts, Action<object> insert)
{
    private const int Most = 1_000;
    private readonly List<(LedgerRecord State, long Position)> waiting = [];

    public bool AreMany => waiting.Count >= Most;

    /// <param name="state">Its lists filled.</param>
    /// <param name="position">Of the change that made it.</param>
    public void Add(LedgerRecord state, long position) => waiting.Add((state, position));

    /// <summary>Writes them all. Rows that were inserted before must be there to be read.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(PresentRecords.Documents(context), ids => context.Publications.Where(part => EF.Parameter(ids).Contains(part.DocumentId)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        await WriteAsync(PresentRecords.Sources(context), ids => context.SourceAliases.Where(part => EF.Parameter(ids).Contains(part.SourceId)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        await WriteAsync(PresentRecords.Statements(context), async ids =>
        {
            await context.StatementSpeakers.Where(part => EF.Parameter(ids).Contains(part.StatementId)).ExecuteDeleteAsync(cancellationToken);
            await context.StatementRelays.Where(part => EF.Parameter(ids).Contains(part.StatementId)).ExecuteDeleteAsync(cancellationToken);
        }, cancellationToken);
        await WriteAsync(PresentRecords.Claims(context), ids => context.ClaimClaimants.Where(part => EF.Parameter(ids).Contains(part.ClaimId)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        waiting.Clear();
    }

    private async Task WriteAsync<TRecord>(IQueryable<TRecord> records, Func<List<long>, Task> deletePartsAsync, CancellationToken cancellationToken)
        where TRecord : LedgerRecord
    {
        var later = waiting.Where(one => one.State is TRecord).ToList();
        if (later.Count == 0) return;
        var ids = later.Select(one => one.State.Id).Distinct().ToList();
        var present = await records.Where(record => EF.Parameter(ids).Contains(record.Id)).ToDictionaryAsync(record => record.Id, LedgerRecord (record) => record, cancellationToken);
        foreach (var (state, position) in later)
        {
            if (!present.TryGetValue(state.Id, out var before)) throw new LedgerBrokenException(position, "changes a record that no entry made");
            insert(Revisions.Of(context, before, position));
            await CarryAsync(before, state, position, cancellationToken);
            present[state.Id] = state;
        }

        await records.Where(record => EF.Parameter(ids).Contains(record.Id)).ExecuteDeleteAsync(cancellationToken);
        await deletePartsAsync(ids);
        foreach (var record in present.Values)
        {
            insert(record);
            foreach (var part in Parts.Of(record, record.Since)) insert(part);
        }
    }

    /// <summary>What an entry does not say again goes over to the state it made.</summary>
    private async Task CarryAsync(LedgerRecord before, LedgerRecord state, long position, CancellationToken cancellationToken)
    {
        state.ReceivedAt = before.ReceivedAt;
        if ((before, state) is (Document document, Document corrected))
        {
            if (corrected.Opening.Length == 0) context.Entry(corrected).Property(row => row.Opening).CurrentValue = document.Opening;
            foreach (var (kept, again) in document.Publications.Zip(corrected.Publications)) again.Since = kept.Since;
            foreach (var added in corrected.Publications.Where(publication => publication.Since == 0)) added.Since = position;
        }
        else if ((before, state) is (Claim claim, Claim decided))
        {
            if ((claim.Start, claim.End) == (decided.Start, decided.End)) (decided.Prefix, decided.Suffix) = (claim.Prefix, claim.Suffix);
            else WordsGuard.Surround(decided, await texts.OfAsync(claim.DocumentId, cancellationToken));
        }
    }
}
