using System.Linq.Expressions;

namespace CasualtyApi.Http;

/// <summary>One way to order a list, in SQL and for the cursor. Rows without a key come last, whichever way the list runs.</summary>
/// <param name="name">As `sort=` names it.</param>
internal abstract class SortKey<TRow, TRead>(string name)
{
    public string Name { get; } = name;

    /// <summary>The key of a row already read, as a cursor carries it.</summary>
    public abstract long? KeyOf(TRead read);

    public abstract IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool descending);

    /// <summary>Which rows come after the cursor's; <paramref name="isLater"/> says it of the id among rows of one key.</summary>
    public abstract Expression After(ParameterExpression row, Cursor cursor, bool descending, Expression isLater);

    protected static Expression Beyond(Expression key, Expression last, bool descending) =>
        descending ? Expression.LessThan(key, last) : Expression.GreaterThan(key, last);
}

/// <summary>A key every row has.</summary>
internal sealed class SortKey<TRow, TRead, TKey>(string name, Expression<Func<TRow, TKey>> key, Func<TRead, long> keyOf, Func<long, TKey> read)
    : SortKey<TRow, TRead>(name)
{
    public override long? KeyOf(TRead row) => keyOf(row);

    public override IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool descending) =>
        descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    public override Expression After(ParameterExpression row, Cursor cursor, bool descending, Expression isLater)
    {
        var value = read(cursor.Key ?? 0);
        Expression<Func<TKey>> last = () => value;
        var own = Rebound.To(key, row);
        return Expression.OrElse(Beyond(own, last.Body, descending), Expression.AndAlso(Expression.Equal(own, last.Body), isLater));
    }
}

/// <summary>A key some rows have not.</summary>
internal sealed class OpenSortKey<TRow, TRead, TKey>(
    string name, Expression<Func<TRow, TKey?>> key, Func<TRead, long?> keyOf, Func<long, TKey> read)
    : SortKey<TRow, TRead>(name)
    where TKey : struct
{
    public override long? KeyOf(TRead row) => keyOf(row);

    public override IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool descending)
    {
        var lacking = rows.OrderBy(Expression.Lambda<Func<TRow, bool>>(IsNull(key.Body), key.Parameters));
        return descending ? lacking.ThenByDescending(key) : lacking.ThenBy(key);
    }

    public override Expression After(ParameterExpression row, Cursor cursor, bool descending, Expression isLater)
    {
        var own = Rebound.To(key, row);
        if (cursor.Key is not { } number)
        {
            return Expression.AndAlso(IsNull(own), isLater);
        }

        TKey? value = read(number);
        Expression<Func<TKey?>> last = () => value;
        var within = Expression.AndAlso(Expression.Equal(own, last.Body), isLater);
        return Expression.OrElse(IsNull(own), Expression.OrElse(Beyond(own, last.Body, descending), within));
    }

    private static BinaryExpression IsNull(Expression key) => Expression.Equal(key, Expression.Constant(null, key.Type));
}

/// <summary>An expression with another parameter for its own.</summary>
internal sealed class Rebound : ExpressionVisitor
{
    private readonly Expression _from, _to;

    private Rebound(Expression from, Expression to) => (_from, _to) = (from, to);

    public static Expression To(LambdaExpression lambda, Expression parameter) =>
        new Rebound(lambda.Parameters[0], parameter).Visit(lambda.Body)!;

    public override Expression? Visit(Expression? node) => node == _from ? _to : base.Visit(node);
}
