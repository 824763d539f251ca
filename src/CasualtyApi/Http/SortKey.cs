using System.Linq.Expressions;

namespace CasualtyApi.Http;

/// <summary>
/// One way to order a list, in SQL and for the cursor. Rows without a key come last, whichever way the list runs. The order comes in
/// legs, each of which an index can follow from its first row: one query for all would have to sort, or to skip what was shown.
/// </summary>
/// <param name="name">As `sort=` names it.</param>
internal abstract class SortKey<TRow, TRead>(string name)
{
    public string Name { get; } = name;

    /// <summary>The key of a row already read, as a cursor carries it.</summary>
    public abstract long? KeyOf(TRead read);

    /// <summary>The rows beyond the cursor, all of them where there is none, as queries that follow on one another.</summary>
    public abstract IReadOnlyList<IQueryable<TRow>> Legs(IQueryable<TRow> rows, Cursor? cursor, IdOrder<TRow> ids);

    protected static IQueryable<TRow> Ordered<TKey>(IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, IdOrder<TRow> ids) =>
        ids.Then(ids.Descending ? rows.OrderByDescending(key) : rows.OrderBy(key));

    protected static IQueryable<TRow> Where(IQueryable<TRow> rows, LambdaExpression key, Func<Expression, Expression> condition) =>
        rows.Where(Expression.Lambda<Func<TRow, bool>>(condition(key.Body), key.Parameters));

    protected static Expression Beyond(Expression key, Expression last, bool descending) =>
        descending ? Expression.LessThan(key, last) : Expression.GreaterThan(key, last);
}

/// <summary>A key every row has.</summary>
internal sealed class SortKey<TRow, TRead, TKey>(string name, Expression<Func<TRow, TKey>> key, Func<TRead, long> keyOf, Func<long, TKey> read)
    : SortKey<TRow, TRead>(name)
{
    public override long? KeyOf(TRead row) => keyOf(row);

    public override IReadOnlyList<IQueryable<TRow>> Legs(IQueryable<TRow> rows, Cursor? cursor, IdOrder<TRow> ids)
    {
        if (cursor is null) return [Ordered(rows, key, ids)];
        var value = read(cursor.Key ?? 0);
        Expression<Func<TKey>> last = () => value;
        return
        [
            ids.After(Where(rows, key, own => Expression.Equal(own, last.Body)), cursor.Id),
            Ordered(Where(rows, key, own => Beyond(own, last.Body, ids.Descending)), key, ids),
        ];
    }
}

/// <summary>A key some rows have not.</summary>
internal sealed class OpenSortKey<TRow, TRead, TKey>(
    string name, Expression<Func<TRow, TKey?>> key, Func<TRead, long?> keyOf, Func<long, TKey> read)
    : SortKey<TRow, TRead>(name)
    where TKey : struct
{
    public override long? KeyOf(TRead row) => keyOf(row);

    public override IReadOnlyList<IQueryable<TRow>> Legs(IQueryable<TRow> rows, Cursor? cursor, IdOrder<TRow> ids)
    {
        var (missing, lacking) = (Expression.Constant(null, typeof(TKey?)), Where(rows, key, own => Expression.Equal(own, Expression.Constant(null, typeof(TKey?)))));
        if (cursor is null) return [Ordered(Where(rows, key, own => Expression.NotEqual(own, missing)), key, ids), ids.All(lacking)];
        if (cursor.Key is not { } number) return [ids.After(lacking, cursor.Id)];
        TKey? value = read(number);
        Expression<Func<TKey?>> last = () => value;
        return
        [
            ids.After(Where(rows, key, own => Expression.Equal(own, last.Body)), cursor.Id),
            Ordered(Where(rows, key, own => Beyond(own, last.Body, ids.Descending)), key, ids),
            ids.All(lacking),
        ];
    }
}

/// <summary>The order of rows whose keys are equal.</summary>
internal sealed record IdOrder<TRow>(Expression<Func<TRow, long>> Id, bool Descending)
{
    public IQueryable<TRow> All(IQueryable<TRow> rows) => Descending ? rows.OrderByDescending(Id) : rows.OrderBy(Id);

    public IQueryable<TRow> Then(IOrderedQueryable<TRow> rows) => Descending ? rows.ThenByDescending(Id) : rows.ThenBy(Id);

    /// <summary>Those that come after an id, by their ids alone.</summary>
    public IQueryable<TRow> After(IQueryable<TRow> rows, long id)
    {
        Expression<Func<long>> last = () => id;
        var later = Descending ? Expression.LessThan(Id.Body, last.Body) : Expression.GreaterThan(Id.Body, last.Body);
        return All(rows.Where(Expression.Lambda<Func<TRow, bool>>(later, Id.Parameters)));
    }
}
