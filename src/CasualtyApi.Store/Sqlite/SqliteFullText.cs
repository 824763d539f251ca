using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// The index in FTS5. Its tables hold no text, only where folded words stand: the tokenizer of FTS5 sees them parted by
/// spaces already. A row's id is the number of the state.
/// </summary>
internal sealed class SqliteFullText(SqliteCasualtyDbContext context) : FullText
{
    private static readonly ConditionalWeakTable<sqlite3, ConcurrentDictionary<RecordKind, PreparedStatement>> Prepared = [];

    public override async Task WriteAsync(IEnumerable<(RecordKind Record, IReadOnlyCollection<SearchRow> Rows)> states, CancellationToken cancellationToken)
    {
        foreach (var (record, rows) in states.Where(some => some.Rows.Count > 0)) await WriteAsync(record, rows, cancellationToken);
    }

    public override IQueryable<long> Hits(RecordKind record, string match, long from = 0, long below = long.MaxValue)
    {
        var sql = $"SELECT rowid AS Value FROM {Table(record)} WHERE {Table(record)} MATCH {{0}} AND rowid >= {{1}} AND rowid < {{2}}";
        return context.Database.SqlQueryRaw<long>(sql, match, from, below);
    }

    public override IEnumerable<long> Newest(RecordKind record, string match)
    {
        var handle = ((SqliteConnection)context.Database.GetDbConnection()).Handle!;
        var found = Prepared.GetValue(handle, _ => new()).GetOrAdd(record, kind =>
            new PreparedStatement(handle, $"SELECT rowid FROM {Table(kind)} WHERE {Table(kind)} MATCH ? ORDER BY rowid DESC"));
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

    private async Task WriteAsync(RecordKind record, IReadOnlyCollection<SearchRow> rows, CancellationToken cancellationToken)
    {
        await using var command = (SqliteCommand)context.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"INSERT OR REPLACE INTO {Table(record)} (rowid, words, names, sources) VALUES ($state, $words, $names, $sources)";
        var (state, words, names, sources) = (
            command.Parameters.Add("$state", SqliteType.Integer), command.Parameters.Add("$words", SqliteType.Text),
            command.Parameters.Add("$names", SqliteType.Text), command.Parameters.Add("$sources", SqliteType.Text));
        foreach (var row in rows)
        {
            (state.Value, words.Value, names.Value, sources.Value) = (row.State, row.Words, row.Names, row.Sources);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Match((IReadOnlyList<string> Term, IReadOnlyCollection<long> Sources) one)
    {
        var words = $"{{words names}} : \"{string.Join(' ', one.Term)}\"";
        return one.Sources.Count == 0 ? words : $"({words} OR sources : ({string.Join(" OR ", one.Sources.Select(Id))}))";
    }

    private static string Id(long id) => string.Create(CultureInfo.InvariantCulture, $"\"{id}\"");

    private static string Table(RecordKind record) => Kebab.Of(record) + "_search";
}
