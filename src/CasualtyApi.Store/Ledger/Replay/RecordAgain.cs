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
        var present = await context.FindAsync(next.GetType(), [next.Id], cancellationToken) as LedgerRecord
            ?? throw new LedgerBrokenException(position, "changes a record that no entry made");
        insert(await Revisions.OfAsync(context, present, context.Entry(present).CurrentValues, position, cancellationToken));
        next.ReceivedAt = present.ReceivedAt;
        context.Entry(present).CurrentValues.SetValues(next);
        if (present is Document document && next is DocumentState state) context.Entry(document).Property(row => row.Opening).CurrentValue = OpeningOf(document, state);
        update(present);
        context.ChangeTracker.Clear();
        var kept = await ForgetPartsAsync(cancellationToken);
        foreach (var part in Parts.Of(next, position).Skip(kept)) insert(part);
    }

    // Its first words stand at its first entry.
    private string OpeningOf(Document document, DocumentState state) =>
        state.Opening.Length > 0 ? state.Opening : (string)context.Entry(document).Property(row => row.Opening).OriginalValue;

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
