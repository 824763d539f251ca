using CasualtyApi.Http;
using CasualtyApi.Queries.Changes;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Changes;

/// <summary>Changes in the order of their positions.</summary>
/// <param name="Position">The position of the ledger's last change.</param>
/// <param name="Next">Sent back as `after`, goes on where this page ends; where it equals `position`, nothing is left.</param>
internal sealed record ChangesResponse(IReadOnlyList<ChangeResponse> Items, long Position, long Next);

internal static class ListChanges
{
    public static readonly QueryField<long?> After = QueryFields.Number(
        "after", "The position after which changes are listed.", 0, long.MaxValue, byDefault: 0);

    public static readonly QueryList<RecordKind> Record = QueryFields.Choices<RecordKind>("record", "Only changes of such records.", example: "claim");

    public static readonly QueryTable Query = new(After, Record, PageFields.Limit);

    public static async Task<Results<Ok<ChangesResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var (after, records) = (query.Get(After) ?? 0, query.Get(Record));
        if (Ahead(After.Name, after, ledger.Position) is { } ahead)
        {
            return ahead;
        }

        var limit = (int)(query.Get(PageFields.Limit) ?? PageFields.DefaultLimit);
        var items = await ChangeRows.ReadAsync(db, after, records, limit, cancellationToken);
        var next = items.Count == limit ? items[^1].Position : ledger.Position;
        return TypedResults.Ok(new ChangesResponse(items, ledger.Position, next));
    }

    /// <summary>A client that followed another ledger must learn it, not wait for positions it will never see.</summary>
    public static BadRequestProblem? Ahead(string name, long after, long position) => after <= position
        ? null
        : BadRequestProblem.BadValue(name, $"{after} lies ahead of this ledger, which stands at {position}; begin again with after=0.");
}
