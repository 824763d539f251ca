using CasualtyApi.Http;
using CasualtyApi.Store;
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
            await db.Documents.CountAsync(cancellationToken), await db.Sources.CountAsync(cancellationToken),
            await db.Statements.CountAsync(cancellationToken), await db.Claims.CountAsync(cancellationToken),
            last?.Position ?? 0, last is null ? null : Instant.Of(last.At));
    }
}
