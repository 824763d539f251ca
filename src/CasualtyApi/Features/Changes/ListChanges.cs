using System.Text.Json.Nodes;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Changes;

/// <summary>Changes in the order of their positions.</summary>
/// <param name="Position">The position of the ledger's last change.</param>
/// <param name="Next">Sent back as `after`, goes on where this page ends; where it equals `position`, nothing is left.</param>
internal sealed record ChangesResponse(IReadOnlyList<ChangeResponse> Items, long Position, long Next);

/// <summary>One change of one record.</summary>
/// <param name="Actor">Who made it: `engine`, or the key of a person.</param>
/// <param name="RecordId">The id of the record changed.</param>
/// <param name="Revision">The record's revision this change made.</param>
/// <param name="Before">The record's state before; null where this change made the record.</param>
/// <param name="After">The record's state after.</param>
internal sealed record ChangeResponse(
    long Position, DateTime At, string Actor, ChangeKind Kind, RecordKind Record, long RecordId, int Revision, string? Reason,
    JsonNode? Before, JsonNode? After);

internal static class ListChanges
{
    private static readonly QueryField<long?> After = QueryFields.Number(
        "after", "The position after which changes are listed.", 0, long.MaxValue, byDefault: 0);

    private static readonly QueryList<RecordKind> Record = QueryFields.Choices<RecordKind>("record", "Only changes of such records.", example: "claim");

    public static readonly QueryTable Query = new(After, Record, PageFields.Limit);

    public static async Task<Results<Ok<ChangesResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var (after, records) = (query.Get(After) ?? 0, query.Get(Record));
        if (after > ledger.Position)
        {
            // A client that followed another ledger must learn it, not wait for positions it will never see.
            return BadRequestProblem.BadValue(After.Name, $"{after} lies ahead of this ledger, which stands at {ledger.Position}; begin again with after=0.");
        }

        var limit = (int)(query.Get(PageFields.Limit) ?? PageFields.DefaultLimit);
        var changes = await db.Changes.AsNoTracking()
            .Where(change => change.Position > after)
            .WhereIf(records.Count > 0, change => records.Contains(change.Record))
            .OrderBy(change => change.Position).Take(limit).ToListAsync(cancellationToken);
        var items = new List<ChangeResponse>(changes.Count);
        foreach (var change in changes)
        {
            items.Add(Shape(change, await BeforeAsync(change, db, cancellationToken)));
        }

        var next = changes.Count == limit ? changes[^1].Position : ledger.Position;
        return TypedResults.Ok(new ChangesResponse(items, ledger.Position, next));
    }

    private static async Task<byte[]?> BeforeAsync(Change change, CasualtyDbContext db, CancellationToken cancellationToken) =>
        change.Revision == 1 ? null : await db.Changes.AsNoTracking()
            .Where(earlier => earlier.Record == change.Record && earlier.RecordId == change.RecordId && earlier.Revision == change.Revision - 1)
            .Select(earlier => earlier.Payload).SingleAsync(cancellationToken);

    private static ChangeResponse Shape(Change change, byte[]? before) => new(
        change.Position, Instant.Of(change.At), change.Actor, change.Kind, change.Record, change.RecordId, change.Revision, change.Reason,
        StateIn(before), StateIn(change.Payload));

    private static JsonNode? StateIn(byte[]? payload) => payload is null ? null : JsonNode.Parse(payload)!["after"]!.DeepClone();
}
