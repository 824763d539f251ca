using CasualtyApi.Http;
using CasualtyApi.Queries.Ledger;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Ledger;

internal static class GetInclusionProof
{
    private static readonly QueryField<long?> Position = QueryFields.Number(
        "position", "The position of the entry.", 1, long.MaxValue, byDefault: 1, example: "17");

    private static readonly QueryField<long?> Size = QueryFields.Number(
        "size", "The number of entries of the tree, as a checkpoint names it. Absent, the tree that ends with the entry.", 1, long.MaxValue, example: "20");

    public static readonly QueryTable Query = new(Position, Size);

    public static async Task<Results<Ok<InclusionProofResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var position = query.Get(Position) ?? 1;
        var size = query.Get(Size) ?? position;
        if (Ahead.Of(ledger, query.Has(Size) ? Size : Position, size) is { } ahead) return ahead;
        if (position > size) return BadRequestProblem.BadValue(Position.Name, $"{position} lies ahead of a tree of {size} entries.");

        return TypedResults.Ok(await InclusionProof.ReadAsync(position, size, db, cancellationToken));
    }
}
