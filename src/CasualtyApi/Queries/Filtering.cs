using System.Linq.Expressions;

namespace CasualtyApi.Queries;

internal static class Filtering
{
    /// <summary>A filter that was asked for; SQL never sees the others.</summary>
    public static IQueryable<T> WhereIf<T>(this IQueryable<T> rows, bool asked, Expression<Func<T, bool>> condition) =>
        asked ? rows.Where(condition) : rows;
}
