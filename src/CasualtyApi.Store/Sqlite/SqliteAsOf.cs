using System.Globalization;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// Shows the tables as they stood at a position: temporary views of their names, which SQLite finds before the tables
/// themselves, so that every query answers as of then unchanged. They are the connection's own and go with its transaction.
/// </summary>
/// <remarks>
/// A view of several tables is slow to join, so earlier states are part of one only where there are any. Ids are given in the
/// order of positions: what a kind's last id was at the position tells which of its rows were there.
/// </remarks>
internal sealed class SqliteAsOf(SqliteCasualtyDbContext context, long position)
{
    private readonly SqliteConnection connection = (SqliteConnection)context.Database.GetDbConnection();
    private readonly string then = string.Create(CultureInfo.InvariantCulture, $"since <= {position}");
    private readonly string thenOnly = string.Create(CultureInfo.InvariantCulture, $"since <= {position} AND until > {position}");

    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        connection.CreateFunction("folded", (string words) => Folding.Fold(words), isDeterministic: true);
        var (document, source) = (await LastAsync(RecordKind.Document, cancellationToken), await LastAsync(RecordKind.Source, cancellationToken));
        var (statement, claim) = (await LastAsync(RecordKind.Statement, cancellationToken), await LastAsync(RecordKind.Claim, cancellationToken));

        await ShowNamedAsync("parties", ["party_id", "blamed_id"], claim, cancellationToken);
        await ShowNamedAsync("places", ["place_id"], claim, cancellationToken);
        await RunAsync($"CREATE TEMP VIEW publications AS SELECT * FROM main.publications WHERE {then}", cancellationToken);
        await ShowPartsAsync(new("source_aliases", "source_id", "source", "alias", "aliases", ", alias_folded", ", folded(item.value)"), source, cancellationToken);
        await ShowPartsAsync(new("statement_speakers", "statement_id", "statement", "source_id", "speaker_ids"), statement, cancellationToken);
        await ShowPartsAsync(new("statement_relays", "statement_id", "statement", "source_id", "relay_ids"), statement, cancellationToken);
        await ShowPartsAsync(new("claim_claimants", "claim_id", "claim", "source_id", "claimant_ids"), claim, cancellationToken);
        await ShowRecordsAsync<Document, DocumentRevision>(document, cancellationToken);
        await ShowRecordsAsync<Source, SourceRevision>(source, cancellationToken);
        await ShowRecordsAsync<Statement, StatementRevision>(statement, cancellationToken);
        await ShowRecordsAsync<Claim, ClaimRevision>(claim, cancellationToken);
    }

    /// <summary>The last id given at the position. The plus keeps SQLite from an index: a few steps back along the positions are enough.</summary>
    private async Task<string> LastAsync(RecordKind record, CancellationToken cancellationToken) => await AskAsync(
        $"SELECT record_id FROM main.changes WHERE position <= {position} AND +record = '{Kebab.Of(record)}' AND revision = 1 ORDER BY position DESC LIMIT 1",
        cancellationToken) ?? "0";

    /// <summary>What has not changed since stands in the table itself, the rest in the table of its earlier states.</summary>
    private async Task ShowRecordsAsync<TRecord, TRevision>(string last, CancellationToken cancellationToken)
    {
        var (table, columns) = TableOf<TRecord>();
        var (revisions, kept) = TableOf<TRevision>();
        var copied = columns.Except(kept).ToList();
        var isCopyTrue = copied.Count == 0 || !await AreEarlierAsync(TableOf<DocumentRevision>().Table, cancellationToken);
        var view = $"CREATE TEMP VIEW {table} AS SELECT {List(columns, isCopyTrue ? [] : copied)} FROM main.{table} AS one WHERE id <= {last} AND {then}";
        await RunAsync(
            await AreEarlierAsync(revisions, cancellationToken)
                ? $"{view} UNION ALL SELECT {List(columns, copied)} FROM main.{revisions} AS one WHERE {thenOnly}"
                : view, cancellationToken);
    }

    private async Task<bool> AreEarlierAsync(string revisions, CancellationToken cancellationToken) =>
        await AskAsync($"SELECT 1 FROM main.{revisions} WHERE {thenOnly} LIMIT 1", cancellationToken) is not null;

    /// <summary>
    /// What a record copies from its document, and keeps no earlier state of, is the document's of then. How much of its words may be
    /// shown is a matter of now: an earlier state is no way round it.
    /// </summary>
    private static string List(IEnumerable<string> columns, IReadOnlyList<string> copied) => string.Join(", ", columns.Select(column =>
        column == "visibility" ? "(SELECT visibility FROM main.documents AS present WHERE present.id = one.id) AS visibility"
        : copied.Contains(column) ? $"(SELECT {column} FROM documents WHERE documents.id = document_id) AS {column}" : $"\"{column}\""));

    private (string Table, IReadOnlyList<string> Columns) TableOf<TRow>()
    {
        var entity = context.Model.FindEntityType(typeof(TRow))!;
        return (entity.GetTableName()!, [.. entity.GetProperties().Select(property => property.GetColumnName())]);
    }

    /// <summary>The rows that belong to records. An earlier state keeps its own as a JSON list, which most often is the present one.</summary>
    private async Task ShowPartsAsync(Part part, string last, CancellationToken cancellationToken)
    {
        var view = $"CREATE TEMP VIEW {part.Table} AS SELECT {part.Owner}, ordinal, {part.Column}{part.More} FROM main.{part.Table} WHERE {part.Owner} <= {last}";
        var present = $"SELECT json_group_array({part.Column}) FROM (SELECT {part.Column} FROM main.{part.Table} WHERE {part.Owner} = earlier.id ORDER BY ordinal)";
        await RunAsync(
            $"""
            CREATE TEMP TABLE {part.Table}_then AS SELECT id, {part.List} AS list FROM main.{part.Record}_revisions AS earlier
            WHERE {thenOnly} AND {part.List} <> ({present})
            """, cancellationToken);
        var differ = await AskAsync($"SELECT 1 FROM temp.{part.Table}_then LIMIT 1", cancellationToken);
        await RunAsync(differ is null ? view :
            $"""
            {view} AND {part.Owner} NOT IN (SELECT id FROM temp.{part.Table}_then)
            UNION ALL SELECT earlier.id, item.key, item.value{part.MoreItems} FROM temp.{part.Table}_then AS earlier, json_each(earlier.list) AS item
            """, cancellationToken);
    }

    /// <summary>Parties and places never change, and have no position of their own: they are there once a claim names them.</summary>
    private async Task ShowNamedAsync(string table, IReadOnlyList<string> columns, string lastClaim, CancellationToken cancellationToken)
    {
        var named = columns.Select(column =>
            $"""
            EXISTS (SELECT 1 FROM main.claims WHERE {column} = one.id AND id <= {lastClaim} AND {then})
            OR id IN (SELECT {column} FROM main.claim_revisions WHERE {then})
            """);
        await RunAsync(
            $"""
            CREATE TEMP TABLE {table}_then (id INTEGER PRIMARY KEY);
            INSERT INTO temp.{table}_then SELECT id FROM main.{table} AS one WHERE {string.Join(" OR ", named)};
            CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE id IN (SELECT id FROM temp.{table}_then)
            """, cancellationToken);
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<string?> AskAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : null;
    }

    private sealed record Part(string Table, string Owner, string Record, string Column, string List, string More = "", string MoreItems = "");
}
