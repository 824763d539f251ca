using System.Globalization;
using System.Text;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>
/// The index in tsvector. What is one column each in SQLite is told apart by weight: A for words, B for names; the ids of sources
/// are lexemes with a sign that no word has. Words come folded, so no dictionary of the server ever sees them.
/// </summary>
internal sealed class PostgresFullText(PostgresCasualtyDbContext context) : FullText
{
    private const int FirstStretch = 3_000;
    private const int LongestStretch = 128_000;

    /// <remarks>One question to the server, however many tables there are.</remarks>
    public override async Task WriteAsync(IEnumerable<(RecordKind Record, IReadOnlyCollection<SearchRow> Rows)> states, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)context.Database.GetDbConnection());
        foreach (var (record, rows) in states.Where(some => some.Rows.Count > 0))
        {
            batch.BatchCommands.Add(new(
                $"""
                INSERT INTO {Table(record)} (state, tokens) SELECT state, tokens::tsvector FROM unnest($1, $2) AS row (state, tokens)
                ON CONFLICT (state) DO UPDATE SET tokens = excluded.tokens
                """)
            {
                Parameters =
                {
                    new NpgsqlParameter<long[]> { TypedValue = [.. rows.Select(row => row.State)] },
                    new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => new TokenVector(row).ToString())] },
                },
            });
        }

        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public override IQueryable<long> Hits(RecordKind record, string match, long from = 0, long below = long.MaxValue)
    {
        var sql = $"SELECT state AS \"Value\" FROM {Table(record)} WHERE tokens @@ {{0}}::tsquery AND state >= {{1}} AND state < {{2}}";
        return context.Database.SqlQueryRaw<long>(sql, match, from, below);
    }

    /// <remarks>
    /// A stretch at a time, each four times the one before: a server answers a question to its end, however few of the rows are read.
    /// </remarks>
    public override IEnumerable<long> Newest(RecordKind record, string match)
    {
        for (var (below, count, isAll) = (long.MaxValue, FirstStretch, false); !isAll; count = Math.Min(4 * count, LongestStretch))
        {
            var stretch = Hits(record, match, below: below).OrderByDescending(state => state).Take(count).ToList();
            foreach (var state in stretch) yield return state;
            isAll = stretch.Count < count;
            if (!isAll) below = stretch[^1];
        }
    }

    public override async Task<SearchStretch> NewestAsync(
        RecordKind record, string match, long below, int count, CancellationToken cancellationToken)
    {
        var sql = $"SELECT state AS \"Value\" FROM {Table(record)} WHERE tokens @@ {{0}}::tsquery AND state < {{1}} ORDER BY state DESC LIMIT 1 OFFSET {{2}}";
        var last = await context.Database.SqlQueryRaw<long>(sql, match, below, count - 1).ToListAsync(cancellationToken);
        return last is [var from] ? new(from, IsAll: false) : new(0, IsAll: true);
    }

    public override string MatchWords(IReadOnlyList<string> term) => Phrase(term, "A");

    public override string Match(IEnumerable<(IReadOnlyList<string> Term, IReadOnlyCollection<long> Sources)> terms) =>
        string.Join(" & ", terms.Select(one => $"({string.Join(" | ", one.Sources.Select(TokenVector.Source).Prepend(Phrase(one.Term, "AB")))})"));

    private static string Phrase(IReadOnlyList<string> term, string weights) =>
        $"({string.Join(" <-> ", term.Select(word => $"'{word}':{weights}"))})";

    private static string Table(RecordKind record) => Kebab.Of(record) + "_search";
}

/// <summary>A row as PostgreSQL writes a tsvector: each word with the places it stands at.</summary>
internal sealed class TokenVector
{
    // PostgreSQL numbers places up to this. Words beyond share it, and the place before stays empty, so that no phrase reaches there.
    private const int Last = 16_383;
    private const int Places = Last - 2;

    // A tsvector holds 1 MiB of words.
    private const int Bytes = 900_000;

    private readonly Dictionary<string, StringBuilder> words = new(StringComparer.Ordinal);
    private readonly string sources;
    private int place;
    private int bytes;

    public TokenVector(SearchRow row)
    {
        Add(row.Words, 'A');
        place++;
        Add(row.Names, 'B');
        sources = string.Join(' ', row.Sources.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(Source));
    }

    public static string Source(long id) => Source(id.ToString(CultureInfo.InvariantCulture));

    public override string ToString()
    {
        var vector = new StringBuilder(sources);
        foreach (var (word, places) in words) vector.Append(" '").Append(word).Append("':").Append(places);
        return vector.ToString();
    }

    private static string Source(string id) => $"'#{id}'";

    private void Add(string text, char weight)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (bytes > Bytes) return;

            // Between two texts stands what is no word: its place stays empty, and no phrase reaches over it.
            place = place < Places ? place + 1 : Last;
            if (word == SearchRow.Boundary.Trim()) continue;
            if (!words.TryGetValue(word, out var places))
            {
                words[word] = places = new();
                bytes += Encoding.UTF8.GetByteCount(word);
            }
            else if (place == Last)
            {
                continue;
            }

            if (places.Length > 0) places.Append(',');
            places.Append(CultureInfo.InvariantCulture, $"{place}{weight}");
        }
    }
}
