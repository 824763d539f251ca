using System.Linq.Expressions;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Http;

/// <summary>One way to order a list, in SQL and for the cursor.</summary>
/// <param name="Name">As `sort=` names it.</param>
/// <param name="Key">The column.</param>
/// <param name="KeyOf">The same of a row already read.</param>
internal sealed record SortKey<TRow, TRead>(string Name, Expression<Func<TRow, long>> Key, Func<TRead, long> KeyOf);

/// <summary>A row as read, still with what a cursor is made of.</summary>
internal interface IKeyed
{
    long Id { get; }

    long ReceivedAt { get; }
}

/// <summary>Reads pages by key, never by offset: no row is skipped or repeated while others write.</summary>
internal static class Keyset
{
    /// <summary>How far `total` is counted unless `total=exact`.</summary>
    public const int CountedTo = 10_000;

    public static SortKey<TRow, TRead>[] Sorts<TRow, TRead>() where TRow : LedgerRecord where TRead : IKeyed =>
    [
        new("id", row => row.Id, read => read.Id),
        new("receivedAt", row => row.ReceivedAt, read => read.ReceivedAt),
    ];

    public static async Task<Page<TRead>> PageAsync<TRow, TRead>(
        this IQueryable<TRow> rows, QueryValues query, Expression<Func<TRow, TRead>> shape,
        long position, CancellationToken cancellationToken)
        where TRow : LedgerRecord where TRead : IKeyed
    {
        var word = query.Get(PageFields.Sort) ?? PageFields.Sort.Default!;
        var descending = word.StartsWith('-');
        var sort = Sorts<TRow, TRead>().Single(key => key.Name == word.TrimStart('-'));
        var limit = (int)(query.Get(PageFields.Limit) ?? PageFields.DefaultLimit);

        var total = await CountAsync(rows, query.Get(PageFields.Total), cancellationToken);
        var from = query.Get(PageFields.Cursor) is { } cursor ? rows.Where(After(sort, cursor, descending)) : rows;
        var read = await Ordered(from, sort, descending).Select(shape).Take(limit + 1).ToListAsync(cancellationToken);

        var items = read.Count > limit ? read[..limit] : read;
        var next = read.Count > limit ? new Cursor(query.Selection, items[^1].Id, sort.KeyOf(items[^1])).ToString() : null;
        var more = total > CountedTo && query.Get(PageFields.Total) is null;
        return new(items, more ? CountedTo : total, more, position, next);
    }

    private static async Task<int?> CountAsync<TRow>(IQueryable<TRow> rows, string? how, CancellationToken cancellationToken) => how switch
    {
        "none" => null,
        "exact" => await rows.CountAsync(cancellationToken),
        _ => await rows.Take(CountedTo + 1).CountAsync(cancellationToken),
    };

    private static IOrderedQueryable<TRow> Ordered<TRow, TRead>(IQueryable<TRow> rows, SortKey<TRow, TRead> sort, bool descending)
        where TRow : LedgerRecord => (sort.Name, descending) switch
        {
            ("id", false) => rows.OrderBy(row => row.Id),
            ("id", true) => rows.OrderByDescending(row => row.Id),
            (_, false) => rows.OrderBy(sort.Key).ThenBy(row => row.Id),
            (_, true) => rows.OrderByDescending(sort.Key).ThenByDescending(row => row.Id),
        };

    /// <summary>key &gt; last || (key == last &amp;&amp; id &gt; lastId), or its mirror image.</summary>
    private static Expression<Func<TRow, bool>> After<TRow, TRead>(SortKey<TRow, TRead> sort, Cursor cursor, bool descending)
        where TRow : LedgerRecord
    {
        Func<Expression, Expression, Expression> beyond = descending ? Expression.LessThan : Expression.GreaterThan;
        Expression<Func<long?>> last = () => cursor.Key;
        Expression<Func<long>> lastId = () => cursor.Id;
        var row = sort.Key.Parameters[0];
        var key = sort.Key.Body;
        var keyValue = Expression.Convert(last.Body, typeof(long));
        var id = Expression.Property(row, nameof(LedgerRecord.Id));
        return Expression.Lambda<Func<TRow, bool>>(
            Expression.OrElse(beyond(key, keyValue), Expression.AndAlso(Expression.Equal(key, keyValue), beyond(id, lastId.Body))), row);
    }
}
