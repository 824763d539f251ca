using System.Linq.Expressions;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Http;

/// <summary>A row as read, still with what a cursor is made of.</summary>
internal interface IKeyed
{
    LedgerRecord Record { get; }
}

/// <summary>The ways a list can be ordered: what `sort=` takes, the order in SQL, and where a cursor goes on. Ties go by id.</summary>
/// <param name="id">Of a row; itself a way to order, and the one taken where none is asked for.</param>
/// <param name="idOf">The same of a row already read.</param>
/// <param name="others">The other ways.</param>
internal sealed class ListOrder<TRow, TRead>(
    Expression<Func<TRow, long>> id, Func<TRead, long> idOf, params IReadOnlyList<SortKey<TRow, TRead>> others)
{
    private const string Id = "id";

    /// <summary>The parameter that names one of them.</summary>
    public QueryField<string> Field { get; } = QueryFields.Word(
        "sort", Meaning(others), [.. others.Select(key => key.Name).Prepend(Id).SelectMany(name => new[] { name, "-" + name })], Id);

    /// <summary>The same for a list that can be searched: what is found comes in the order of its relevance, unless another is asked for.</summary>
    public QueryField<string> FieldOfFound => field ??= QueryFields.Word(
        "sort", Meaning(others) + $" With `q`, `{ListOrder.Relevance}` is the best first, and what is taken where none is asked for.",
        [.. Field.Words!, ListOrder.Relevance], Id, unless: "q");

    public IOrderedQueryable<TRow> Apply(IQueryable<TRow> rows, QueryValues query)
    {
        var (sort, descending) = Asked(query);
        return (sort, descending) switch
        {
            (null, false) => rows.OrderBy(id),
            (null, true) => rows.OrderByDescending(id),
            (_, false) => sort.Order(rows, descending).ThenBy(id),
            (_, true) => sort.Order(rows, descending).ThenByDescending(id),
        };
    }

    /// <summary>The rows beyond the page before; all of them on the first.</summary>
    public IQueryable<TRow> Continue(IQueryable<TRow> rows, QueryValues query)
    {
        if (query.Get(PageFields.Cursor) is not { } cursor)
        {
            return rows;
        }

        var (sort, descending) = Asked(query);
        Expression<Func<long>> last = () => cursor.Id;
        var isLater = descending ? Expression.LessThan(id.Body, last.Body) : Expression.GreaterThan(id.Body, last.Body);
        var row = id.Parameters[0];
        var after = sort is null ? isLater : sort.After(row, cursor, descending, isLater);
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(after, row));
    }

    public Cursor CursorAt(TRead read, QueryValues query) =>
        new(query.Selection, idOf(read), Asked(query).Sort is { } sort ? sort.KeyOf(read) : idOf(read));

    private static string Meaning(IEnumerable<SortKey<TRow, TRead>> others) =>
        "What the list is ordered by; `-` for descending. What has no such value comes last; ties go by id."
        + (others.Any(key => key.Name == "updatedAt") ? " `updatedAt` is a feed: what changes meanwhile appears again." : "");

    private (SortKey<TRow, TRead>? Sort, bool Descending) Asked(QueryValues query)
    {
        var word = query.Get(Field) ?? query.Get(FieldOfFound) ?? Id;
        return (others.SingleOrDefault(key => key.Name == word.TrimStart('-')), word.StartsWith('-'));
    }
}

internal static class ListOrder
{
    public const string Relevance = "relevance";

    /// <summary>How every list of ledgered records can be ordered, and this one besides.</summary>
    public static ListOrder<TRow, TRead> OfRecords<TRow, TRead>(params IEnumerable<SortKey<TRow, TRead>> others)
        where TRow : LedgerRecord where TRead : IKeyed => new(
            row => row.Id, read => read.Record.Id,
            [
                new SortKey<TRow, TRead, long>("receivedAt", row => row.ReceivedAt, read => read.Record.ReceivedAt, key => key),
                new SortKey<TRow, TRead, long>("updatedAt", row => row.UpdatedAt, read => read.Record.UpdatedAt, key => key),
                .. others,
            ]);
}
