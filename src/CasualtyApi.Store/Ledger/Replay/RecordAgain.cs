using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>A later state of a record that is there: the present one becomes its revision, and its parts are written anew.</summary>
/// <param name="context">Tracks nothing.</param>
/// <param name="next">The later state, its lists filled.</param>
/// <param name="position">Of the change that made it.</param>
/// <param name="insert">Writes a row.</param>
/// <param name="update">Writes a row that is there.</param>
internal sealed class RecordAgain(CasualtyDbContext context, LedgerRecord next, long position, Action<object> insert, Action<object> update)
{
    public async Task ReplaceAsync(CancellationToken cancellationToken)
    {
        var present = await PresentAsync(cancellationToken) ?? throw new LedgerBrokenException(position, "changes a record that no entry made");
        var before = await Revisions.OfAsync(context, present, context.Entry(present).CurrentValues, position, cancellationToken);
        insert(before);
        next.ReceivedAt = present.ReceivedAt;
        context.Entry(present).CurrentValues.SetValues(next);
        if (present is Document document && next is DocumentState state) context.Entry(document).Property(row => row.Opening).CurrentValue = OpeningOf(document, state);
        update(present);
        context.ChangeTracker.Clear();
        if (HasPartsOf(before)) return;
        var kept = await ForgetPartsAsync(cancellationToken);
        foreach (var part in Parts.Of(next, position).Skip(kept)) insert(part);
    }

    private async Task<LedgerRecord?> PresentAsync(CancellationToken cancellationToken) => next switch
    {
        Document => await OfAsync(context.Documents, cancellationToken),
        Source => await OfAsync(context.Sources, cancellationToken),
        Statement => await OfAsync(context.Statements, cancellationToken),
        _ => await OfAsync(context.Claims, cancellationToken),
    };

    private Task<TRecord?> OfAsync<TRecord>(DbSet<TRecord> records, CancellationToken cancellationToken)
        where TRecord : LedgerRecord
    {
        var id = next.Id;
        return records.SingleOrDefaultAsync(record => record.Id == id, cancellationToken);
    }

    // Its first words stand at its first entry.
    private string OpeningOf(Document document, DocumentState state) =>
        state.Opening.Length > 0 ? state.Opening : (string)context.Entry(document).Property(row => row.Opening).OriginalValue;

    private bool HasPartsOf(LedgerRecord before) => (before, next) switch
    {
        (SourceRevision was, Source source) => source.Aliases.Select(alias => alias.Alias).SequenceEqual(was.Aliases),
        (StatementRevision was, Statement statement) => statement.Speakers.Select(speaker => speaker.SourceId).SequenceEqual(was.SpeakerIds)
            && statement.Relay.Select(hop => hop.SourceId).SequenceEqual(was.RelayIds),
        (ClaimRevision was, Claim claim) => claim.Claimants.Select(claimant => claimant.SourceId).SequenceEqual(was.ClaimantIds),
        _ => false,
    };

    /// <returns>How many parts stay: publications are only ever added.</returns>
    private async Task<int> ForgetPartsAsync(CancellationToken cancellationToken)
    {
        var id = next.Id;
        switch (next)
        {
            case Source:
                await context.SourceAliases.Where(part => part.SourceId == id).ExecuteDeleteAsync(cancellationToken);
                break;
            case Statement:
                await context.StatementSpeakers.Where(part => part.StatementId == id).ExecuteDeleteAsync(cancellationToken);
                await context.StatementRelays.Where(part => part.StatementId == id).ExecuteDeleteAsync(cancellationToken);
                break;
            case Claim:
                await context.ClaimClaimants.Where(part => part.ClaimId == id).ExecuteDeleteAsync(cancellationToken);
                break;
            default:
                return await context.Publications.CountAsync(part => part.DocumentId == id, cancellationToken);
        }

        return 0;
    }
}
