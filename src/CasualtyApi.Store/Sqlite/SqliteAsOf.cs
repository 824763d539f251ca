using System.Globalization;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// Shows the tables as they stood at a position: temporary views of their names, which SQLite finds before the tables
/// themselves, so that every query answers as of then unchanged. They are the connection's own and go with its transaction.
/// </summary>
internal sealed class SqliteAsOf(SqliteCasualtyDbContext context, long position)
{
    private readonly string at = position.ToString(CultureInfo.InvariantCulture);

    private string Then => $"since <= {at}";

    private string ThenOnly => $"since <= {at} AND until > {at}";

    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        connection.CreateFunction("folded", (string words) => Folding.Fold(words), isDeterministic: true);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Join(";\n", Views().Select(view => $"CREATE TEMP VIEW {view.Table} AS {view.Select}"));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private IEnumerable<(string Table, string Select)> Views() =>
    [
        Records<Document, DocumentRevision>(),
        Records<Source, SourceRevision>(),
        Records<Statement, StatementRevision>(),
        Records<Claim, ClaimRevision>(),
        Parts("source_aliases", "source_id", "sources", "alias, alias_folded", "aliases", "item.value, folded(item.value)"),
        Parts("statement_speakers", "statement_id", "statements", "source_id", "speaker_ids", "item.value"),
        Parts("statement_relays", "statement_id", "statements", "source_id", "relay_ids", "item.value"),
        Parts("claim_claimants", "claim_id", "claims", "source_id", "claimant_ids", "item.value"),
        ("publications", $"SELECT * FROM main.publications WHERE {Then}"),
        ("parties", $"SELECT * FROM main.parties AS one WHERE {Named("party_id")} OR {Named("blamed_id")}"),
        ("places", $"SELECT * FROM main.places AS one WHERE {Named("place_id")}"),
    ];

    /// <summary>What has not changed since stands in the table itself, the rest in the table of its earlier states.</summary>
    private (string, string) Records<TRecord, TRevision>()
    {
        var (table, columns) = TableOf<TRecord>();
        return (table, $"SELECT {columns} FROM main.{table} WHERE {Then} UNION ALL SELECT {columns} FROM main.{TableOf<TRevision>().Table} WHERE {ThenOnly}");
    }

    private (string Table, string Columns) TableOf<TRow>()
    {
        var entity = context.Model.FindEntityType(typeof(TRow))!;
        return (entity.GetTableName()!, string.Join(", ", entity.GetProperties().Select(property => $"\"{property.GetColumnName()}\"")));
    }

    /// <summary>The rows that belong to records; an earlier state of a record keeps its own as one JSON list.</summary>
    private (string, string) Parts(string table, string owner, string owners, string columns, string list, string items) => (table,
        $"""
        SELECT {owner}, ordinal, {columns} FROM main.{table} AS part WHERE EXISTS (SELECT 1 FROM main.{owners} WHERE id = part.{owner} AND {Then})
        UNION ALL SELECT revision.id, item.key, {items} FROM main.{owners[..^1]}_revisions AS revision, json_each(revision.{list}) AS item WHERE {ThenOnly}
        """);

    /// <summary>Parties and places never change, and have no position of their own: they are there once a claim names them.</summary>
    private string Named(string column) =>
        $"EXISTS (SELECT 1 FROM main.claims WHERE {column} = one.id AND {Then}) OR EXISTS (SELECT 1 FROM main.claim_revisions WHERE {column} = one.id AND {Then})";
}
