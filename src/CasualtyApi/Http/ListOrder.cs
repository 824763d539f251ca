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
        "sort", string.Join(' ', [Meaning(others), .. Rankings.Select(ranking => ranking.Meaning),
            $"With `q`, `{ListOrder.Relevance}` is the best first, and what is taken where none is asked for."]),
        [.. Field.Words!, .. Rankings.SelectMany(ranking => new[] { ranking.Name, "-" + ranking.Name }), ListOrder.Relevance], Id, unless: "q");

    /// <summary>Further ways, which no column holds: whoever lists by one of them ranks the rows himself.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Rankings { get; init; } = [];

    /// <summary>The rows beyond the page before, all of them on the first, as ordered queries that follow on one another.</summary>
    public IReadOnlyList<IQueryable<TRow>> Legs(IQueryable<TRow> rows, QueryValues query)
    {
        var (sort, descending) = Asked(query);
        var (cursor, ids) = (query.Get(PageFields.Cursor), new IdOrder<TRow>(id, descending));
        return sort is not null ? sort.Legs(rows, cursor, ids) : cursor is null ? [ids.All(rows)] : [ids.After(rows, cursor.Id)];
    }

    public Cursor CursorAt(TRead read, QueryValues query) =>
        new(query.Selection, idOf(read), Asked(query).Sort is { } sort ? sort.KeyOf(read) : idOf(read));

    /// <summary>The same of a row whose key, by the name of <see cref="SortedBy"/>, was read otherwise.</summary>
    public Cursor CursorAt(long id, long? key, QueryValues query) => new(query.Selection, id, key);

    /// <summary>What the list is ordered by: a name of <see cref="Field"/>, without its sign.</summary>
    public string SortedBy(QueryValues query) => Asked(query).Sort?.Name ?? Id;

    public bool IsDescending(QueryValues query) => Asked(query).Descending;

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
        where TRow : LedgerRecord where TRead : IKeyed => new(row => row.Id, read => read.Record.Id, [.. KeysOfRecords<TRow, TRead>(), .. others]);

    public static IEnumerable<SortKey<TRow, TRead>> KeysOfRecords<TRow, TRead>()
        where TRow : LedgerRecord where TRead : IKeyed =>
    [
        new SortKey<TRow, TRead, long>("receivedAt", row => row.ReceivedAt, read => read.Record.ReceivedAt, key => key),
        new SortKey<TRow, TRead, long>("updatedAt", row => row.UpdatedAt, read => read.Record.UpdatedAt, key => key),
    ];
}
