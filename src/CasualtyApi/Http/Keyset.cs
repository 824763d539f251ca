using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Http;

/// <summary>Reads pages by key, never by offset: no row is skipped or repeated while others write.</summary>
internal static class Keyset
{
    /// <summary>How far `total` is counted unless `total=exact`.</summary>
    public const int CountedTo = 10_000;

    public static async Task<Page<TRead>> PageAsync<TRow, TRead>(
        this IQueryable<TRow> rows, QueryValues query, ListOrder<TRow, TRead> order, Expression<Func<TRow, TRead>> shape,
        long position, CancellationToken cancellationToken)
    {
        var limit = LimitOf(query);
        var total = await CountAsync(rows, query.Get(PageFields.Total), cancellationToken);
        var read = new List<TRead>();
        foreach (var leg in order.Legs(rows, query))
        {
            read.AddRange(await leg.Select(shape).Take(limit + 1 - read.Count).ToListAsync(cancellationToken));
            if (read.Count > limit) break;
        }

        var items = read.Count > limit ? read[..limit] : read;
        var next = read.Count > limit ? order.CursorAt(items[^1], query).ToString() : null;
        var more = total > CountedTo && query.Get(PageFields.Total) is null;
        return new(items, more ? CountedTo : total, more, position, next);
    }

    public static int LimitOf(QueryValues query) => (int)(query.Get(PageFields.Limit) ?? PageFields.DefaultLimit);

    public static async Task<int?> CountAsync<TRow>(IQueryable<TRow> rows, string? how, CancellationToken cancellationToken) => how switch
    {
        "none" => null,
        "exact" => await rows.CountAsync(cancellationToken),
        _ => await rows.Take(CountedTo + 1).CountAsync(cancellationToken),
    };
}
