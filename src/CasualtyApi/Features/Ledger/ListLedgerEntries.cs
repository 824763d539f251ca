using System.Text;
using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Ledger;

/// <summary>Entries in the order of their positions.</summary>
internal sealed record LedgerEntriesResponse(IReadOnlyList<LedgerEntryResponse> Items);

/// <summary>One entry of the ledger.</summary>
/// <param name="Position">From 1. The entry's leaf index in the tree is one less.</param>
/// <param name="LeafHash">Base64 of the SHA-256 of a zero byte and the payload's bytes.</param>
/// <param name="Payload">Canonical JSON (RFC 8785); its UTF-8 bytes are what the ledger proves.</param>
internal sealed record LedgerEntryResponse(long Position, string LeafHash, string Payload);

internal static class ListLedgerEntries
{
    private const int Most = 1000;

    private static readonly QueryField<long?> Start = QueryFields.Number(
        "start", "The position of the first entry.", 1, long.MaxValue, byDefault: 1);

    private static readonly QueryField<long?> End = QueryFields.Number(
        "end", $"The position of the last entry, itself included; at most {Most} at once. Absent, the first is the last.", 1, long.MaxValue, example: "2");

    public static readonly QueryTable Query = new(Start, End);

    public static async Task<Results<Ok<LedgerEntriesResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var start = query.Get(Start) ?? 1;
        var end = query.Get(End) ?? start;
        if (Ahead.Of(ledger, query.Has(End) ? End : Start, end) is { } ahead) return ahead;
        if (end < start) return BadRequestProblem.BadValue(End.Name, $"{end} comes before the first entry, {start}.");
        if (end - start >= Most) return BadRequestProblem.BadValue(End.Name, $"{end} is more than {Most} entries on; ask for {start} to {start + Most - 1} first.");

        var payloads = await db.Changes.AsNoTracking()
            .Where(change => change.Position >= start && change.Position <= end).OrderBy(change => change.Position)
            .Select(change => new { change.Position, change.Payload }).ToListAsync(cancellationToken);
        var leaves = await new LedgerTree(db).HashesAsync(0, start - 1, end - start + 1, cancellationToken);
        return TypedResults.Ok(new LedgerEntriesResponse([.. payloads.Zip(leaves, (change, leaf) =>
            new LedgerEntryResponse(change.Position, Convert.ToBase64String(leaf), Encoding.UTF8.GetString(change.Payload)))]));
    }
}
