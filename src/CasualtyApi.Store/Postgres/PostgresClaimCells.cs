using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Reading;
using CasualtyApi.Store.Terms;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>The cells of claims on PostgreSQL. A claim by itself is a way to the server and back, so those that follow are fetched together.</summary>
internal sealed class PostgresClaimCells(NpgsqlConnection connection) : ClaimCells
{
    private static readonly ClaimCell[] All = Enum.GetValues<ClaimCell>();
    private static readonly bool[] IsText = [.. All.Select(cell => KindOf(cell) is CellKind.Text or CellKind.List or CellKind.Day)];

    private static readonly string Claims = $"SELECT {string.Join(", ", All.Select(Column))} FROM claims AS c "
        + "JOIN documents AS d ON d.id = c.document_id JOIN statements AS s ON s.id = c.statement_id WHERE c.id = ANY ($1)";

    private const string ClaimantsOf = "SELECT claim_id, source_id FROM claim_claimants WHERE claim_id = ANY ($1) ORDER BY claim_id, ordinal";

    private const string RelayOf =
        """
        SELECT hop.statement_id, hop.source_id FROM statement_relays AS hop
        WHERE hop.statement_id IN (SELECT statement_id FROM claims WHERE id = ANY ($1)) ORDER BY hop.statement_id, hop.ordinal
        """;

    private static readonly string QuotesOf =
        $"SELECT c.id, {ClaimCellSql.Shown(ClaimCell.Text, "c.text")} FROM claims AS c JOIN documents AS d ON d.id = c.document_id WHERE c.id = ANY ($1)";

    private static readonly string StatementsOf =
        $"SELECT s.id, {ClaimCellSql.Shown(ClaimCell.Text, "s.text")} FROM statements AS s JOIN documents AS d ON d.id = s.document_id WHERE s.id = ANY ($1)";

    private readonly Dictionary<long, ClaimRow> fetched = [];
    private readonly Dictionary<long, List<long>> claimants = [];
    private readonly Dictionary<long, List<long>> relays = [];
    private readonly Dictionary<long, string> statements = [];
    private ClaimRow? current;

    private enum CellKind
    {
        Number, Text, List, Day,
    }

    public override async Task ExpectAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        await using var batch = Batch(ids);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) Keep(reader);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) Keep(reader, claimants);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) Keep(reader, relays);
    }

    public override bool Find(long id)
    {
        if (!fetched.TryGetValue(id, out current)) Fetch(id);
        return fetched.TryGetValue(id, out current);
    }

    public override void Release() => current = null;

    public override bool IsNull(ClaimCell cell) => current!.IsNull(cell);

    public override long Number(ClaimCell cell) => current!.Numbers[(int)cell];

    public override ReadOnlySpan<byte> Text(ClaimCell cell) => current!.Texts[(int)cell];

    public override void Claimants(long claimId, List<long> into) => Ids(claimants, claimId, into);

    public override void Relay(long statementId, List<long> into) => Ids(relays, statementId, into);

    public override IEnumerable<(long Id, string Words)> Quotes(IReadOnlyCollection<long> claimIds) => Words(QuotesOf, claimIds);

    /// <remarks>Whoever asks for one asks for those of the other claims, too.</remarks>
    public override string Statement(long id)
    {
        if (statements.TryGetValue(id, out var words)) return words;
        foreach (var (one, shown) in Words(StatementsOf, [id, .. fetched.Values.Select(claim => claim.Numbers[(int)ClaimCell.StatementId]).Distinct()])) statements[one] = shown;
        return statements[id];
    }

    public override Source Source(long id)
    {
        using var reader = Ask("SELECT name, kind, role, country, affiliation_id, merged_into_id FROM sources WHERE id = $1", id);
        return new Source
        {
            Id = id,
            Name = reader.GetString(0),
            Kind = Kebab.Parse<SourceKind>(reader.GetString(1)),
            Role = Word(reader, 2),
            Country = Word(reader, 3),
            AffiliationId = reader.IsDBNull(4) ? null : reader.GetInt64(4),
            MergedIntoId = reader.IsDBNull(5) ? null : reader.GetInt64(5),
        };
    }

    public override Party Party(long id)
    {
        using var reader = Ask("SELECT name, country, kind FROM parties WHERE id = $1", id);
        return new Party { Id = id, Name = reader.GetString(0), Country = Word(reader, 1), Kind = Kebab.Parse<PartyKind>(reader.GetString(2)) };
    }

    public override Place Place(long id)
    {
        using var reader = Ask("SELECT name, country, precision, latitude, longitude FROM places WHERE id = $1", id);
        return new Place
        {
            Id = id,
            Name = reader.GetString(0),
            Country = Word(reader, 1),
            Precision = Kebab.Parse<PlacePrecision>(reader.GetString(2)),
            Latitude = reader.IsDBNull(3) ? null : reader.GetDouble(3),
            Longitude = reader.IsDBNull(4) ? null : reader.GetDouble(4),
        };
    }

    private void Fetch(long id)
    {
        using var batch = Batch([id]);
        using var reader = batch.ExecuteReader();
        while (reader.Read()) Keep(reader);
        reader.NextResult();
        while (reader.Read()) Keep(reader, claimants);
        reader.NextResult();
        while (reader.Read()) Keep(reader, relays);
    }

    private NpgsqlBatch Batch(IReadOnlyList<long> ids)
    {
        fetched.Clear();
        claimants.Clear();
        relays.Clear();
        statements.Clear();
        var wanted = ids.ToArray();
        var batch = new NpgsqlBatch(connection);
        foreach (var sql in new[] { Claims, ClaimantsOf, RelayOf })
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<long[]> { TypedValue = wanted } } });
        }

        return batch;
    }

    private void Keep(NpgsqlDataReader reader)
    {
        var row = new ClaimRow();
        for (var column = 0; column < All.Length; column++)
        {
            if (reader.IsDBNull(column)) row.Nulls |= 1UL << column;
            else if (IsText[column]) row.Texts[column] = reader.GetFieldValue<byte[]>(column);
            else row.Numbers[column] = reader.GetInt64(column);
        }

        fetched[row.Numbers[(int)ClaimCell.Id]] = row;
    }

    private static void Keep(NpgsqlDataReader reader, Dictionary<long, List<long>> lists)
    {
        var owner = reader.GetInt64(0);
        if (!lists.TryGetValue(owner, out var list)) lists[owner] = list = [];
        list.Add(reader.GetInt64(1));
    }

    private static void Ids(Dictionary<long, List<long>> lists, long id, List<long> into)
    {
        into.Clear();
        if (lists.TryGetValue(id, out var list)) into.AddRange(list);
    }

    private IEnumerable<(long Id, string Words)> Words(string sql, IEnumerable<long> ids)
    {
        using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<long[]> { TypedValue = [.. ids] } } };
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return (reader.GetInt64(0), reader.GetString(1));
    }

    private NpgsqlDataReader Ask(string sql, long id)
    {
        using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = id } } };
        var reader = command.ExecuteReader();
        return reader.Read() ? reader : throw new InvalidOperationException($"Row {id} is gone, though another names it.");
    }

    private static string? Word(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static CellKind KindOf(ClaimCell cell) => cell switch
    {
        ClaimCell.MixedOf or ClaimCell.Rules => CellKind.List,
        ClaimCell.PeriodStart or ClaimCell.PeriodEnd or ClaimCell.DocumentPublishedAt => CellKind.Day,
        ClaimCell.Id or ClaimCell.Low or ClaimCell.High or ClaimCell.PartyId or ClaimCell.BlamedId or ClaimCell.PlaceId or ClaimCell.SpanStart or ClaimCell.SpanEnd
            or ClaimCell.StatementId or ClaimCell.DocumentId or ClaimCell.RepeatsClaimId or ClaimCell.PartOfClaimId or ClaimCell.UpdatesClaimId
            or ClaimCell.DisputesClaimId or ClaimCell.SupersededById or ClaimCell.Credibility or ClaimCell.Revision or ClaimCell.ReceivedAt or ClaimCell.UpdatedAt
            or ClaimCell.Since or ClaimCell.DocumentPublisherId => CellKind.Number,
        _ => CellKind.Text,
    };

    private static string Column(ClaimCell cell) => KindOf(cell) switch
    {
        CellKind.List => $"array_to_json({ClaimCellSql.Stored(cell)})::text",
        CellKind.Day => $"to_char({ClaimCellSql.Stored(cell)}, 'YYYY-MM-DD')",
        _ => ClaimCellSql.Column(cell),
    };

    private sealed class ClaimRow
    {
        public ulong Nulls;
        public readonly long[] Numbers = new long[All.Length];
        public readonly byte[][] Texts = new byte[All.Length][];

        public bool IsNull(ClaimCell cell) => (Nulls & (1UL << (int)cell)) != 0;
    }
}
