using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Keys;

/// <summary>Keys in the order of their ids.</summary>
/// <param name="Next">Sent back as `after`, goes on where this page ends; absent where nothing is left.</param>
internal sealed record KeysResponse(
    IReadOnlyList<KeyResponse> Items,
    int Total,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] long? Next);

internal static class ListKeys
{
    public static readonly QueryField<long?> After = QueryFields.Number("after", "The id after which keys are listed.", 0, long.MaxValue, byDefault: 0);

    public static readonly QueryTable Query = new(After, PageFields.Limit);

    public static async Task<Ok<KeysResponse>> HandleAsync(QueryValues query, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var (after, limit) = (query.Get(After) ?? 0, (int)(query.Get(PageFields.Limit) ?? PageFields.DefaultLimit));
        var keys = await db.ApiKeys.AsNoTracking().Where(key => key.Id > after).OrderBy(key => key.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(new KeysResponse(
            [.. keys.Take(limit).Select(KeyResponse.Of)],
            await db.ApiKeys.CountAsync(cancellationToken),
            keys.Count > limit ? keys[limit - 1].Id : null));
    }
}
