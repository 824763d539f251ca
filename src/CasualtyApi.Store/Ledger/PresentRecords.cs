using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger;

/// <summary>Records as they stand, with their parts in order, untracked.</summary>
internal static class PresentRecords
{
    /// <summary>What the database holds of a record, whatever became of it since; null where it has none.</summary>
    public static async Task<LedgerRecord?> OfAsync(CasualtyDbContext context, LedgerRecord record, CancellationToken cancellationToken)
    {
        var id = record.Id;
        return record switch
        {
            Document => await Documents(context).SingleOrDefaultAsync(row => row.Id == id, cancellationToken),
            Source => await Sources(context).SingleOrDefaultAsync(row => row.Id == id, cancellationToken),
            Statement => await Statements(context).SingleOrDefaultAsync(row => row.Id == id, cancellationToken),
            Claim => await Claims(context).SingleOrDefaultAsync(row => row.Id == id, cancellationToken),
            _ => throw new UnledgeredChangeException(record.GetType().Name),
        };
    }

    public static IQueryable<Document> Documents(CasualtyDbContext context) =>
        context.Documents.AsNoTracking().Include(row => row.Publications.OrderBy(part => part.Ordinal));

    public static IQueryable<Source> Sources(CasualtyDbContext context) =>
        context.Sources.AsNoTracking().Include(row => row.Aliases.OrderBy(part => part.Ordinal));

    public static IQueryable<Statement> Statements(CasualtyDbContext context) =>
        context.Statements.AsNoTracking().AsSplitQuery().Include(row => row.Speakers.OrderBy(part => part.Ordinal)).Include(row => row.Relay.OrderBy(part => part.Ordinal));

    public static IQueryable<Claim> Claims(CasualtyDbContext context) =>
        context.Claims.AsNoTracking().Include(row => row.Claimants.OrderBy(part => part.Ordinal));
}
