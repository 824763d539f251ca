using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Postgres;

/// <summary>
/// A schema of views, one for each table and of its name: what records there were at the position that the setting
/// <c>casualty.position</c> says, and in which state. Tables that are no state of a record are shown as they are, so that with this
/// schema alone in the search path no query can miss a view and read the present by mistake.
/// </summary>
internal sealed class PostgresViews(PostgresCasualtyDbContext context, string home)
{
    public const string Schema = "as_of";

    private const string At = "(SELECT current_setting('casualty.position')::bigint)";
    private const string Then = $"since <= {At}";
    private const string ThenOnly = $"since <= {At} AND until > {At}";

    private const string Visible = "visibility";

    private static readonly string[] Searched = ["document_search", "source_search", "statement_search", "claim_search"];

    /// <summary>What makes the schema anew.</summary>
    public IEnumerable<string> Statements()
    {
        yield return Drop;
        yield return $"CREATE SCHEMA {Schema}";
        var views = Views().ToDictionary(view => view.Name, view => view.Query, StringComparer.Ordinal);
        foreach (var (name, query) in views) yield return $"CREATE VIEW {Schema}.{name} AS {query}";
        var tables = context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Concat(Searched);
        foreach (var table in tables.Where(table => !views.ContainsKey(table))) yield return $"CREATE VIEW {Schema}.{table} AS SELECT * FROM {home}.{table}";
    }

    public static string Drop => $"DROP SCHEMA IF EXISTS {Schema} CASCADE";

    private IEnumerable<(string Name, string Query)> Views() =>
    [
        Records<Document, DocumentRevision>(),
        Records<Source, SourceRevision>(),
        Records<Statement, StatementRevision>(),
        Records<Claim, ClaimRevision>(),
        ("publications", $"SELECT * FROM {home}.publications WHERE {Then}"),
        Parts("source_aliases", "source", "alias", "aliases", ", alias_folded", $", coalesce({KnownFolded}, current_setting('casualty.folded', true)::jsonb ->> item.value)"),
        Parts("statement_speakers", "statement", "source_id", "speaker_ids"),
        Parts("statement_relays", "statement", "source_id", "relay_ids"),
        Parts("claim_claimants", "claim", "source_id", "claimant_ids"),
        Named("parties", "party_id", "blamed_id"),
        Named("places", "place_id"),
    ];

    private string VisibleNow => $"(SELECT present.{Visible} FROM {home}.documents AS present WHERE present.id = record.id)";

    private string KnownFolded =>
        $"(SELECT present.alias_folded FROM {home}.source_aliases AS present WHERE present.source_id = earlier.id AND present.alias = item.value LIMIT 1)";

    /// <summary>
    /// What has not changed since stands in the table itself, the rest in the table of its earlier states. How much of a document's
    /// words may be shown is a matter of now: an earlier state is no way round it.
    /// </summary>
    private (string, string) Records<TRecord, TRevision>()
    {
        var ((table, columns), (revisions, kept)) = (TableOf<TRecord>(), TableOf<TRevision>());
        var copied = columns.Except(kept).ToList();
        var present = string.Join(", ", columns.Select(column => copied.Contains(column) ? $"{CopiedThen(column)} AS {column}" : column));
        var earlier = string.Join(", ", columns.Select(column => column == Visible ? $"{VisibleNow} AS {column}"
            : copied.Contains(column) ? $"{OfDocument(column)} AS {column}" : column));
        return (table, $"SELECT {present} FROM {home}.{table} AS record WHERE {Then} UNION ALL SELECT {earlier} FROM {home}.{revisions} AS record WHERE {ThenOnly}");
    }

    /// <summary>What a record copies from its document, and keeps no earlier state of, is the document's of then; which mostly is that of now.</summary>
    private string CopiedThen(string column) =>
        $"CASE WHEN record.document_id IN (SELECT id FROM {home}.document_revisions WHERE {ThenOnly}) THEN {OfDocument(column)} ELSE record.{column} END";

    private static string OfDocument(string column) => $"(SELECT document.{column} FROM {Schema}.documents AS document WHERE document.id = record.document_id)";

    /// <summary>The rows that belong to records: those of a state that still is, and the lists that earlier states keep.</summary>
    private (string, string) Parts(string table, string record, string column, string list, string more = "", string moreItems = "") => (table,
        $"""
        SELECT {record}_id, ordinal, {column}{more} FROM {home}.{table} AS part
        WHERE EXISTS (SELECT FROM {home}.{record}s AS owner WHERE owner.id = part.{record}_id AND owner.{Then})
        UNION ALL SELECT earlier.id, (item.ordinal - 1)::integer, item.value{moreItems}
        FROM {home}.{record}_revisions AS earlier, unnest(earlier.{list}) WITH ORDINALITY AS item (value, ordinal) WHERE {ThenOnly}
        """);

    /// <summary>Parties and places never change, and have no position of their own: they are there once a claim names them.</summary>
    private (string, string) Named(string table, params IEnumerable<string> columns) => (table,
        $"SELECT * FROM {home}.{table} AS one WHERE " + string.Join(" OR ", columns.Select(column =>
            $"EXISTS (SELECT FROM {home}.claims AS claim WHERE claim.{column} = one.id AND claim.{Then})"
            + $" OR one.id IN (SELECT {column} FROM {home}.claim_revisions WHERE {Then})")));

    private (string Table, IReadOnlyList<string> Columns) TableOf<TRow>()
    {
        var entity = context.Model.FindEntityType(typeof(TRow))!;
        return (entity.GetTableName()!, [.. entity.GetProperties().Select(property => property.GetColumnName())]);
    }
}
