using System.Collections.Concurrent;
using System.Globalization;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// The index in FTS5. Its tables hold no text, only where folded words stand: the tokenizer of FTS5 sees them parted by
/// spaces already. A row's id is the number of the state.
/// </summary>
internal sealed class SqliteFullText(SqliteCasualtyDbContext context) : FullText
{
    public override Task WriteAsync(IEnumerable<(RecordKind Record, IReadOnlyCollection<SearchRow> Rows)> states, CancellationToken cancellationToken)
    {
        foreach (var (record, rows) in states.Where(some => some.Rows.Count > 0))
        {
            var insert = Of($"INSERT OR REPLACE INTO {Table(record)} (rowid, words, names, sources) VALUES (?1, ?2, ?3, ?4)");
            foreach (var row in rows)
            {
                insert.Ask(row.State, row.Words, row.Names, row.Sources);
                insert.Step();
            }
        }

        return Task.CompletedTask;
    }

    public override IQueryable<long> Hits(RecordKind record, string match, long from = 0, long below = long.MaxValue)
    {
        var sql = $"SELECT rowid AS Value FROM {Table(record)} WHERE {Table(record)} MATCH {{0}} AND rowid >= {{1}} AND rowid < {{2}}";
        return context.Database.SqlQueryRaw<long>(sql, match, from, below);
    }

    public override IEnumerable<long> Newest(RecordKind record, string match)
    {
        var found = Of($"SELECT rowid FROM {Table(record)} WHERE {Table(record)} MATCH ? ORDER BY rowid DESC");
        found.Ask(match);
        try
        {
            while (found.Step()) yield return found.Number(0);
        }
        finally
        {
            found.Reset();
        }
    }

    public override async Task<SearchStretch> NewestAsync(
        RecordKind record, string match, long below, int count, CancellationToken cancellationToken)
    {
        var sql = $"SELECT rowid AS Value FROM {Table(record)} WHERE {Table(record)} MATCH {{0}} AND rowid < {{1}} ORDER BY rowid DESC LIMIT 1 OFFSET {{2}}";
        var last = await context.Database.SqlQueryRaw<long>(sql, match, below, count - 1).ToListAsync(cancellationToken);
        return last is [var from] ? new(from, IsAll: false) : new(0, IsAll: true);
    }

    public override string MatchWords(IReadOnlyList<string> term) => $"words : \"{string.Join(' ', term)}\"";

    public override string Match(IEnumerable<(IReadOnlyList<string> Term, IReadOnlyCollection<long> Sources)> terms) =>
        string.Join(" AND ", terms.Select(Match));

    private PreparedStatement Of(string sql) =>
        ConnectionKept.Of((SqliteConnection)context.Database.GetDbConnection(), static handle => new Statements(handle)).Of(sql);

    private static string Match((IReadOnlyList<string> Term, IReadOnlyCollection<long> Sources) one)
    {
        var words = $"{{words names}} : \"{string.Join(' ', one.Term)}\"";
        return one.Sources.Count == 0 ? words : $"({words} OR sources : ({string.Join(" OR ", one.Sources.Select(Id))}))";
    }

    private static string Id(long id) => string.Create(CultureInfo.InvariantCulture, $"\"{id}\"");

    private static string Table(RecordKind record) => Kebab.Of(record) + "_search";

    private sealed class Statements(sqlite3 handle) : IDisposable
    {
        private readonly ConcurrentDictionary<string, PreparedStatement> bySql = [];

        public PreparedStatement Of(string sql) => bySql.GetOrAdd(sql, static (sql, handle) => new(handle, sql), handle);

        public void Dispose()
        {
            foreach (var statement in bySql.Values) statement.Dispose();
        }
    }
}
