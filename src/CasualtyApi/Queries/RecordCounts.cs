using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>How many records there are, and when the last change was made.</summary>
internal sealed record RecordCounts(int Documents, int Sources, int Statements, int Claims, long Position, DateTime? LastChangeAt)
{
    public static async Task<RecordCounts> ReadAsync(CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var last = await db.Changes.AsNoTracking().OrderByDescending(change => change.Position)
            .Select(change => new { change.Position, change.At }).FirstOrDefaultAsync(cancellationToken);
        return new(
            await CountAsync(db.Documents, cancellationToken), await CountAsync(db.Sources, cancellationToken),
            await CountAsync(db.Statements, cancellationToken), await CountAsync(db.Claims, cancellationToken),
            last?.Position ?? 0, last is null ? null : Instant.Of(last.At));
    }

    /// <summary>Ids are given one after the other, and no record is ever taken away: the greatest id is how many there are, and is found at once.</summary>
    private static async Task<int> CountAsync<TRecord>(IQueryable<TRecord> records, CancellationToken cancellationToken)
        where TRecord : LedgerRecord => (int)(await records.MaxAsync(record => (long?)record.Id, cancellationToken) ?? 0);
}
