using System.Text.Json.Nodes;
using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Changes;

/// <summary>Reads changes, with the state each ended.</summary>
internal static class ChangeRows
{
    public static async Task<List<ChangeResponse>> ReadAsync(
        CasualtyDbContext db, long after, IReadOnlyList<RecordKind> records, int limit, CancellationToken cancellationToken)
    {
        var changes = await db.Changes.AsNoTracking()
            .Where(change => change.Position > after)
            .WhereIf(records.Count > 0, change => records.Contains(change.Record))
            .OrderBy(change => change.Position).Take(limit).ToListAsync(cancellationToken);
        var items = new List<ChangeResponse>(changes.Count);
        foreach (var change in changes)
        {
            items.Add(Shape(change, await BeforeAsync(change, db, cancellationToken)));
        }

        return items;
    }

    /// <summary>When the ledger came to a position; null where it holds nothing yet.</summary>
    public static async Task<DateTime?> MadeAtAsync(CasualtyDbContext db, long position, CancellationToken cancellationToken) =>
        await db.Changes.Where(change => change.Position == position).Select(change => (long?)change.At).SingleOrDefaultAsync(cancellationToken) is { } at ? Instant.Of(at) : null;

    private static async Task<byte[]?> BeforeAsync(Change change, CasualtyDbContext db, CancellationToken cancellationToken) =>
        change.Revision == 1 ? null : await db.Changes.AsNoTracking()
            .Where(earlier => earlier.Record == change.Record && earlier.RecordId == change.RecordId && earlier.Revision == change.Revision - 1)
            .Select(earlier => earlier.Payload).SingleAsync(cancellationToken);

    private static ChangeResponse Shape(Change change, byte[]? before) => new(
        change.Position, Instant.Of(change.At), change.Actor, change.Kind, change.Record, change.RecordId, change.Revision, change.Reason,
        StateIn(before), StateIn(change.Payload));

    private static JsonNode? StateIn(byte[]? payload) => payload is null ? null : JsonNode.Parse(payload)!["after"]!.DeepClone();
}
